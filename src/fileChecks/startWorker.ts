import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

import type { Assignment } from './task.ts'
import type { Limits } from './types.ts'

/**
 * Starts a thread for a check. The published package has its script as JavaScript; a checkout has TypeScript,
 * which Node 20 reads with tsx.
 */
export function startWorker(
  assignment: Assignment,
  transferred: ArrayBuffer,
  limits: Limits,
): Worker {
  const here = fileURLToPath(import.meta.url)
  const isSource = here.endsWith('.ts')
  // Not `new URL('./worker.js', import.meta.url)`: a bundler would take the script and its engine with it.
  const script = new URL(isSource ? 'worker.ts' : 'worker.js', pathToFileURL(here))
  return new Worker(isSource ? loaderOf(script) : script, {
    eval: isSource,
    workerData: assignment,
    transferList: [transferred],
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
  })
}

/** JavaScript that loads a TypeScript file. As a text, so that no bundler takes tsx for something to bundle. */
const loaderOf = (script: URL): string => {
  const file = JSON.stringify(script.href)
  return `const { createRequire } = require('node:module')
const { pathToFileURL } = require('node:url')
const tsx = createRequire(${file}).resolve('tsx/esm/api')
import(pathToFileURL(tsx).href).then(({ tsImport }) => tsImport(${file}, ${file}))`
}
