import type { Group } from '../path.ts'
import { content } from './content.ts'
import { dates } from './dates.ts'
import { deleting } from './deleting.ts'
import { drafts } from './drafts.ts'
import { fileBytes } from './fileBytes.ts'
import { files } from './files.ts'
import { jobs } from './jobs.ts'
import { manyAtOnce } from './manyAtOnce.ts'
import { notOffered } from './absent.ts'
import { plugins } from './plugins.ts'
import { reads } from './reading.ts'
import { references } from './references.ts'
import { together } from './together.ts'
import { trashing } from './trashing.ts'
import { unpublishing } from './unpublishing.ts'
import { versions } from './versions.ts'
import { withdrawals } from './withdrawals.ts'

/** The table: every way we know by which something published could leave the public or change unnoticed. */
export const groups: Group[] = [
  unpublishing,
  manyAtOnce,
  drafts,
  deleting,
  trashing,
  versions,
  content,
  dates,
  files,
  fileBytes,
  references,
  jobs,
  plugins,
  together,
  withdrawals,
  reads,
  notOffered,
]
