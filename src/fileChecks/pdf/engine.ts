import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** PDFium, compiled to WebAssembly, with a memory of its own. */
export interface Engine {
  pdfium: WrappedPdfiumModule
  /** It asked for more memory than it may have. */
  isOutOfMemory: () => boolean
  /** Some bytes of its memory in which it answers. */
  answer: number
}

const answerBytes = 64

let code: Promise<WebAssembly.Module> | undefined

/**
 * The engine’s code. Compiling it takes both cores of a small machine for a while, so whoever has it already
 * gives it.
 */
export const engineCode = (known?: WebAssembly.Module): Promise<WebAssembly.Module> =>
  (code ??= known ? Promise.resolve(known) : compile())

/** Whether this thread has the engine’s code. */
export const hasEngineCode = (): boolean => code !== undefined

async function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  return await WebAssembly.compile(await readFile(file))
}

/**
 * Starts PDFium. It asks for memory through a function that it imports: one that says no beyond the limit
 * bounds what a hostile file can take.
 */
export async function startEngine(megabytes: number): Promise<Engine> {
  const module = await engineCode()
  let isOutOfMemory = false
  const instantiateWasm = (
    imports: { env: Record<string, (bytes: number) => unknown> },
    started: (instance: WebAssembly.Instance) => void,
  ) => {
    const grow = imports.env.emscripten_resize_heap!
    imports.env.emscripten_resize_heap = (bytes) => {
      if (bytes >>> 0 <= megabytes * 1024 * 1024) return grow(bytes)
      isOutOfMemory = true
      return 0
    }
    void WebAssembly.instantiate(module, imports as never).then(started)
    return {}
  }
  const silent = () => {}
  const pdfium = await init({ instantiateWasm, print: silent, printErr: silent } as never)
  pdfium.PDFiumExt_Init()
  const engine = { pdfium, isOutOfMemory: () => isOutOfMemory, answer: 0 }
  engine.answer = allocate(engine, answerBytes)
  return engine
}

export class EngineMemoryError extends Error {}

/** Views of the engine's memory. Each time it grows they are others. */
interface Memory {
  HEAPU8: Uint8Array<ArrayBuffer>
  HEAP32: Int32Array
  HEAPU32: Uint32Array
  HEAPF32: Float32Array
  HEAPF64: Float64Array
}

export const memoryOf = ({ pdfium }: Pick<Engine, 'pdfium'>): Memory =>
  pdfium.pdfium as unknown as Memory

type NumbersOnly =
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetTextObject'
  | 'FPDFText_GetCharBox'
  | 'FPDFPageObj_GetBounds'
  | 'FPDFPageObj_GetType'

/** What is asked for each letter and each shape, without the package’s conversions at each call. */
export const directly = ({
  pdfium,
}: Engine): Record<NumbersOnly, (...numbers: number[]) => number> =>
  pdfium.pdfium.wasmExports as never

/** Takes bytes of the engine's memory. */
export function allocate({ pdfium }: Pick<Engine, 'pdfium'>, bytes: number): number {
  const address = pdfium.pdfium.wasmExports.malloc(Math.max(1, bytes))
  if (address === 0) throw new EngineMemoryError('The engine has no memory left')
  return address
}

export const release = ({ pdfium }: Engine, address: number): void =>
  pdfium.pdfium.wasmExports.free(address)

/** Puts bytes into the engine's memory. */
export function place(engine: Engine, bytes: Uint8Array): number {
  const address = allocate(engine, bytes.length)
  memoryOf(engine).HEAPU8.set(bytes, address)
  return address
}

/** The numbers that the engine wrote where it answers. */
export const floatsAnswered = (engine: Engine, count: number): number[] => [
  ...memoryOf(engine).HEAPF32.subarray(engine.answer / 4, engine.answer / 4 + count),
]

export const integersAnswered = (engine: Engine, count: number): number[] => [
  ...memoryOf(engine).HEAP32.subarray(engine.answer / 4, engine.answer / 4 + count),
]

/** Longest text that is asked of the engine at once, in bytes. */
const longestText = 4 * 1024 * 1024

/**
 * A text that the engine gives in UTF-16 after it said how long it is.
 *
 * @param ask writes into a buffer of that many bytes and answers how many it needs
 */
export function askText(engine: Engine, ask: (buffer: number, bytes: number) => number): string {
  const bytes = ask(0, 0)
  if (bytes <= 2 || bytes > longestText) return ''
  const buffer = allocate(engine, bytes)
  try {
    ask(buffer, bytes)
    const written = memoryOf(engine).HEAPU8.slice(buffer, buffer + bytes)
    return Buffer.from(written.buffer).toString('utf16le').replace(/\0+$/, '')
  } finally {
    release(engine, buffer)
  }
}
