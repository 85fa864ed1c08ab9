import type { TestProject } from 'vitest/node'

import { makeFolderTemplates } from './templates/folder.ts'
import { makeServerTemplates, type Role } from './templates/server.ts'

/** From where a spec's database is copied; both are made once for a run. */
export type Templates =
  | { kind: 'folder'; empty: string; migrated: string }
  | { kind: 'server'; url: string; migrated: string; owner: Role; app: Role }

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | void> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) {
    project.provide('templates', await makeFolderTemplates())
    return
  }
  const { templates, drop } = await makeServerTemplates(url)
  project.provide('templates', templates)
  return drop
}
