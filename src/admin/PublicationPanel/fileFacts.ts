import type { CollectionSlug, Field, FlattenedField, PayloadRequest } from 'payload'

import { Refusal, say } from '../../../hooks/errors.ts'
import { hasRight } from '../../../hooks/operations/people.ts'
import {
  filesNamedPrivately,
  type NamedFile,
  noNames,
  privateNameViolations,
  readPrivateNames,
} from '../../../hooks/operations/privateNames.ts'
import { readAsIfPublic } from '../../../hooks/operations/publicForm.ts'
import { collectReferences } from '../../../hooks/operations/references.ts'
import { fileCheckFault } from '../../../hooks/rules/fileChecks.ts'
import type { Publication } from '../../../hooks/rules/publication.ts'
import {
  idsAmong,
  type Reference,
  reference,
  referencesOf,
} from '../../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readFileChecks } from '../FileCheck/facts.ts'
import type { PanelFacts, Point } from './panel.ts'

type Draft = Publication & { id: number | string }

/** What was found in the text of a draft and in the files that it would make public, and what stands in the way. */
export async function fileFacts(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  id: number | string,
  draft: Draft | undefined,
): Promise<Pick<PanelFacts, 'files' | 'privateNames'> & { obstacles: Omit<Point, 'tab'>[] }> {
  if (!settings.fileChecks) return { files: [], obstacles: [] }
  const publication = reference(collection, id)
  // Nobody could look for names that cannot be read: publishing is refused until the list is written anew.
  const read = await readPrivateNames(req, settings, publication).catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
  const list = read instanceof Refusal ? noNames : read
  const privateNames = {
    count: list.names.length,
    mayKeep: hasRight(req, 'seePrivateNames'),
  }
  if (!draft) return { files: [], obstacles: [], privateNames }
  const { flattenedFields } = req.payload.collections[collection]!.config
  const files = await findPrivateFiles(req, settings.slugs.files, draft)
  const checked = await readFileChecks(req, settings, files, { publication, hash: list.hash })
  const fieldOf = (file: number | string): string =>
    pathOf(flattenedFields, draft, reference(settings.slugs.files, file)) ?? 'name'
  const form = list.hash ? await readAsIfPublic(req, collection, draft) : {}
  return {
    files: checked.map(({ told }) => told),
    privateNames,
    obstacles: [
      ...(read instanceof Refusal ? [{ path: 'name', message: read.message }] : []),
      ...privateNameViolations(req, settings, collection, form, list).map(({ code, path }) => ({
        path,
        message: say(req, code),
      })),
      ...filesNamedPrivately(settings, files, list).map(({ id }) => ({
        path: fieldOf(id),
        message: say(req, 'PRIVATE_NAME_OF_FILE'),
      })),
      ...checked.flatMap(({ check, file: { id, title } }) => {
        const fault = fileCheckFault(check, true)
        return fault ? { path: fieldOf(id), message: say(req, fault, { title: title ?? '' }) } : []
      }),
    ],
  }
}

async function findPrivateFiles(
  req: PayloadRequest,
  collection: CollectionSlug,
  draft: Publication,
): Promise<NamedFile[]> {
  const ids = idsAmong(referencesOf(draft), collection)
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<NamedFile & { isPublic?: boolean | null }>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { description: true, isPublic: true, title: true },
    where: { id: { in: ids } },
  })
  return docs.filter(({ isPublic }) => !isPublic)
}

/** The field through which a draft refers to a file, itself or somewhere in it. */
const pathOf = (fields: FlattenedField[], draft: Publication, file: Reference) =>
  fields.find((field) => collectReferences([field as Field], draft).documents.includes(file))?.name
