import { rm } from 'node:fs/promises'

import type { TestProject } from 'vitest/node'

import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a server that was started once and stopped: the sample and an administrator are in it. */
    prepared: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { dataDir, stop } = await startServer()
  await stop({ keepData: true })
  project.provide('prepared', dataDir)
  return () => rm(dataDir, { force: true, recursive: true })
}
