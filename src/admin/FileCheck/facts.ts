import type { PayloadRequest } from 'payload'

import {
  type CheckedFor,
  findChecks,
  seeToCheck,
  type StoredCheck,
} from '../../../hooks/operations/fileChecks.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readNames } from '../readNames.ts'
import { wordsOf } from '../words/index.ts'
import type { CheckedFile, ToldFinding } from './told.ts'

export interface TitledFile {
  id: number | string
  title?: string | null
}

/** What was found in some files, each with its check as it lies in the database; one that has none is asked for. */
export async function readFileChecks(
  req: PayloadRequest,
  settings: PublishingSettings,
  files: TitledFile[],
  whom: CheckedFor,
): Promise<{ file: TitledFile; check: StoredCheck | undefined; told: CheckedFile }[]> {
  if (!settings.fileChecks || files.length === 0) return []
  const checks = await findChecks(
    req,
    settings,
    files.map(({ id }) => id),
    whom,
  )
  for (const { id } of files) seeToCheck(req, settings, id, whom, checks.get(String(id)))
  const accounts = [...checks.values()].flatMap(({ accepted }) =>
    (accepted ?? []).map(({ by }) => by),
  )
  const names = await readNames(req, accounts)
  const who = (account: string) => names.get(account)?.name ?? account
  return files.map((file) => {
    const check = checks.get(String(file.id))
    const waiting = {
      check: `of ${file.id}`,
      title: file.title ?? '',
      isChecked: false,
      findings: [],
    }
    return { file, check, told: check ? tell(req, check, file, who) : waiting }
  })
}

function tell(
  req: PayloadRequest,
  { accepted, findings, id, pages, pagesDone, state }: StoredCheck,
  { title }: TitledFile,
  who: (account: string) => string,
): CheckedFile {
  const say = wordsOf('findings', req.t as never)
  const codes = new Set(findings?.map(({ code }) => code))
  return {
    check: id,
    title: title ?? '',
    isChecked: state === 'finished',
    ...(pages && { progress: { done: pagesDone ?? 0, total: pages } }),
    findings: [...codes].map((code): ToldFinding => {
      const found = findings!.filter((finding) => finding.code === code)
      const passed = accepted?.find((warning) => warning.code === code)
      return {
        code,
        message: say(code as never, found[0]!.values),
        severity: found[0]!.severity,
        pages: [...new Set(found.flatMap(({ page }) => page ?? []))],
        places: [...new Set(found.flatMap(({ place }) => place ?? []))],
        ...(passed && { passed: { reason: passed.reason, who: who(passed.by) } }),
      }
    }),
  }
}
