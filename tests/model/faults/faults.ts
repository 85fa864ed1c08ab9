/** A mistake that somebody could make in the code, as an edit of its text or as a statement to the database. */
export interface Fault {
  name: string
  edits?: Edit[]
  /** What is taken from the seal; such a mistake shows only where the seal is. */
  sql?: string
}

interface Edit {
  file: string
  find: string
  replace: string
}

const breach = 'hooks/rules/twelve-month-protection/protectionBreach.ts'
const keep = 'hooks/publications/keepProtectedBeforeChange.ts'
const dates = 'hooks/rules/publicationDates.ts'

/** Our second look at what was written would make up for what the first one lets pass. */
const withoutSecondLook: Edit = {
  file: 'hooks/operations/protection.ts',
  find: 'if (isWithdrawal || !isProtected(',
  replace: 'if (true || !isProtected(',
}

/** The first look is not taken when something is so. */
const withoutFirstLook = (condition: string): Edit => ({
  file: keep,
  find: 'if (intent.isDraftSave && !data.deletedAt) return',
  replace: `if ((intent.isDraftSave && !data.deletedAt) || ${condition}) return`,
})

export const faults: Fault[] = [
  {
    name: 'the last day is not protected',
    edits: [
      {
        file: breach,
        find: 'now < endOfDay(until as string, timeZone)',
        replace: 'new Date(now.getTime() + 86_400_000) < endOfDay(until as string, timeZone)',
      },
    ],
  },
  {
    name: 'a day too much is protected',
    edits: [
      {
        file: breach,
        find: 'now < endOfDay(until as string, timeZone)',
        replace: 'new Date(now.getTime() - 86_400_000) < endOfDay(until as string, timeZone)',
      },
    ],
  },
  {
    name: 'the latest draft is looked at, not what is public',
    edits: [
      {
        file: 'hooks/publications/beginChangeBeforeChange.ts',
        find: 'beginChange(context, slug, id, { intent: { ...intent, isDraftSave }, row })',
        replace:
          'beginChange(context, slug, id, { intent: { ...intent, isDraftSave }, row: row && originalDoc })',
      },
    ],
  },
  {
    name: 'unpublishing is not checked',
    edits: [
      {
        file: breach,
        find: `if (next._status !== 'published') return { reason: 'PROTECTED_FROM_UNPUBLISHING' }`,
        replace: '',
      },
    ],
  },
  {
    name: 'deleting is not checked',
    edits: [
      {
        file: 'hooks/publications/keepProtectedBeforeDelete.ts',
        find: 'if (isProtected(row, { now: new Date(), timeZone: settings.timeZone }))',
        replace: 'if (!row)',
      },
    ],
  },
  {
    name: 'the trash is not checked',
    edits: [
      {
        file: breach,
        find: `if (next.deletedAt) return { reason: 'PROTECTED_FROM_DELETION' }`,
        replace: '',
      },
    ],
  },
  {
    name: 'restoring a version is not checked',
    edits: [withoutFirstLook('intent.isRestoring'), withoutSecondLook],
  },
  {
    name: 'a change of many at once is not checked',
    edits: [withoutFirstLook('intent.id === undefined'), withoutSecondLook],
  },
  {
    name: 'a document is replaced without a note',
    edits: [
      { file: breach, find: 'if (replaced && !newChangeNote(row, next))', replace: 'if (!next)' },
    ],
  },
  {
    name: 'the only sign of a replacement can be taken away',
    edits: [
      {
        file: breach,
        find: 'if (notesOf(next).length < notesOf(row).length)',
        replace: 'if (!next)',
      },
    ],
  },
  {
    name: 'the stamps are what somebody sent',
    edits: [
      {
        file: 'hooks/publications/keepFixedBeforeChange.ts',
        find: 'data[field] = row?.[field] ?? null',
        replace: 'data[field] ??= row?.[field] ?? null',
      },
    ],
  },
  {
    name: 'the protection is counted anew',
    edits: [
      {
        file: dates,
        find: 'published && promisedUntil(published, { now, timeZone })',
        replace: 'published && undefined',
      },
    ],
  },
  {
    name: 'a month known only as such counts from its first day',
    edits: [
      {
        file: dates,
        find: 'const publishedOn = lastDayOfPeriod(',
        replace: 'const publishedOn = firstDayOfPeriod(',
      },
    ],
  },
  {
    name: 'the time withdrawn is not added',
    edits: [
      { file: dates, find: 'if (!until || !withdrawnAt) return until', replace: 'return until' },
    ],
  },
  {
    name: 'a replaced file is closed at once',
    edits: [
      {
        file: 'hooks/publications/stampPublicationBeforeChange.ts',
        find: '[...data.replacedDocuments, ...replaced]',
        replace: 'data.replacedDocuments',
      },
    ],
  },
  {
    name: 'a file is never closed',
    edits: [
      {
        file: 'hooks/operations/shareFiles.ts',
        find: 'else await setPublic(req, collection, file, false)',
        replace: '',
      },
    ],
  },
  {
    name: 'a file closes with the first of its readers',
    edits: [
      {
        file: 'hooks/operations/shareFiles.ts',
        find: 'if (referrers.length > 0) await open(req, settings, file, forNobody)',
        replace: 'if (referrers.length < 0) await open(req, settings, file, forNobody)',
      },
    ],
  },
  {
    name: 'a file in use can be deleted',
    edits: [
      {
        file: 'hooks/references/keepReferredTo.ts',
        find: 'if (usedBy.length === 0) return',
        replace: 'return',
      },
    ],
  },
  {
    name: 'a withdrawal is approved by who asked for it',
    edits: [
      {
        file: 'hooks/rules/withdrawals.ts',
        find: `if (act === 'approve' && account === askedBy) return 'WITHDRAWAL_NEEDS_ANOTHER'`,
        replace: '',
      },
    ],
  },
  {
    name: 'what is withdrawn can be published',
    edits: [
      {
        file: keep,
        find: 'if (data.deletedAt || (isPublic(data) && (await isWithdrawn(req, settings, slug, row))))',
        replace: 'if (data.deletedAt)',
      },
    ],
  },
  {
    name: 'a correction has no event',
    edits: [
      {
        file: 'hooks/publications/settleAfterChange.ts',
        find: 'if (!kind) return',
        replace: `if (!kind || kind === 'corrected') return`,
      },
    ],
  },
  {
    name: 'readers find what is in the trash',
    edits: [
      {
        file: 'collections/access/access.ts',
        find: `publicWhere(publicRows)`,
        replace: `publicWhere({ _status: { equals: 'published' } })`,
      },
    ],
  },
  {
    name: 'the seal lacks what keeps a row',
    sql: ['reviews', 'leaflets', 'framework_documents']
      .map((table) => `drop trigger safeguarding_keep_promise on ${table}`)
      .join('; '),
  },
  {
    name: 'the seal lacks what asks for the event of a change',
    sql: ['reviews', 'leaflets', 'framework_documents']
      .map((table) => `drop trigger safeguarding_tell_update on ${table}`)
      .join('; '),
  },
]
