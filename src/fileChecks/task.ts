import type { Box, CheckedFile, FileCheck, Limits } from './types.ts'

export interface DrawTask {
  act: 'draw'
  bytes: Uint8Array<ArrayBuffer>
  /** Counted from 1. */
  page: number
  /** Points from left to right. */
  width: number
  marks: Box[]
  limits: Limits
}

/** What a thread is asked to do. */
export type Task = { act: 'examine'; file: CheckedFile } | DrawTask

/** What a thread is given: the task, and the engine’s code when an earlier one compiled it. */
export interface Assignment {
  task: Task
  engineCode?: WebAssembly.Module
}

/** What a thread tells: how far it is, or what came of it. */
export type Report =
  | { engineCode: WebAssembly.Module }
  | { done: number; total: number }
  | { check: FileCheck }
  | { picture: Uint8Array<ArrayBuffer> | undefined }
  | { failed: string }
