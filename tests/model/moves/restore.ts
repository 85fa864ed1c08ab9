import fc from 'fast-check'

import { isProtected, save, saveDraft } from '../promise.ts'
import { type Doc, type Form, keyOf, type Model, type Outcome } from '../state.ts'
import { collectionOf, names, type System } from '../system.ts'
import { choice, inModel, type Move, pick, through, type Through, withDoc } from './move.ts'

/** What an editor would find under “Versions”: the history is taken from the system, not modelled. */
async function readVersion(
  { payload }: System,
  { id: parent, kind }: Doc,
  chosen: number,
): Promise<{ id: number; form: Form } | undefined> {
  const { docs } = await payload.findVersions({
    collection: collectionOf(kind),
    depth: 0,
    limit: 0,
    sort: 'id',
    where: { parent: { equals: parent } },
  })
  const found = pick(docs, chosen)
  return found && { id: Number(found.id), form: formOf(kind, found.version) }
}

/** A stored document as the form that an editor sees. */
export function formOf(kind: Doc['kind'], stored: object): Form {
  const version = stored as Record<string, any>
  const { file, words } = names[kind]
  return {
    words: version[words],
    summary: version.summary?.root.children[0]?.children[0]?.text ?? null,
    file: version[file] ?? null,
    saysPublished: version.reportAvailability === 'published',
    notes: (version.changeNotes ?? []).map(({ note }: { note: string }) => note),
    theme: version.themes?.[0] ?? null,
    date: version.publishedOn
      ? { day: version.publishedOn.slice(0, 10), precision: version.publishedOnPrecision ?? 'day' }
      : null,
    isPublished: version._status === 'published',
    isInTrash: Boolean(version.deletedAt),
  }
}

export const restoring = fc.record({ doc: choice, version: choice, draft: fc.boolean(), through })

interface Restoring {
  doc: number
  version: number
  draft: boolean
  through: Through
}

function restoreBy(
  system: System,
  { kind }: Doc,
  id: number,
  { draft, through: how }: Restoring,
): Promise<Outcome> {
  if (how === 'REST')
    return system.rest('POST', `/${kind}/versions/${id}${draft ? '?draft=true' : ''}`)
  if (how === 'GraphQL')
    return system.graphql(
      `mutation ($id: Int!, $draft: Boolean) { restoreVersion${names[kind].singular}(id: $id, draft: $draft) { id } }`,
      { id, draft },
    )
  return system.local((payload) =>
    payload.restoreVersion({ collection: collectionOf(kind), id: String(id) }),
  )
}

const isKept = (model: Model, doc: Doc) => doc.withdrawnAt !== undefined || isProtected(model, doc)

export const restore = (wanted: Restoring): Move =>
  withDoc(wanted.doc, async (doc, _, system) => {
    // The Local API has no such argument.
    const draft = wanted.draft && wanted.through !== 'Local API'
    const version = await readVersion(system, doc, wanted.version)
    if (!version) return undefined
    const { form, id } = version
    return {
      says: `restore ${keyOf(doc)} by ${wanted.through}, ${draft ? 'as a draft' : 'at once'}: ${JSON.stringify(form)}`,
      touches: [keyOf(doc)],
      act: () => restoreBy(system, doc, id, { ...wanted, draft }),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (subject.isGone || subject.row.isInTrash) return 'refused'
        // A version from the trash is taken out of it, but does not come near what is kept.
        const next = { ...form, isInTrash: form.isInTrash && isKept(after, subject) }
        return draft && !next.isInTrash
          ? saveDraft(subject, next)
          : save(after, subject, next, { saysStatus: true })
      },
    }
  })
