import type { CollectionSlug, Field, FlattenedField, PayloadRequest } from 'payload'

import { say } from '../../../hooks/errors.ts'
import { hasRight } from '../../../hooks/operations/people.ts'
import { privateNameViolations, readPrivateNames } from '../../../hooks/operations/privateNames.ts'
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
import { readFileChecks, type TitledFile } from '../FileCheck/facts.ts'
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
  const list = await readPrivateNames(req, settings, publication)
  const privateNames = {
    count: list.names.length,
    mayKeep: hasRight(req, 'seePrivateNames'),
  }
  if (!draft) return { files: [], obstacles: [], privateNames }
  const { flattenedFields } = req.payload.collections[collection]!.config
  const files = await findPrivateFiles(req, settings.slugs.files, draft)
  const checked = await readFileChecks(req, settings, files, { publication, hash: list.hash })
  const form = list.hash ? await readAsIfPublic(req, collection, draft) : {}
  return {
    files: checked.flatMap(({ told }) => told ?? []),
    privateNames,
    obstacles: [
      ...privateNameViolations(req, settings, collection, form, list).map(({ code, path }) => ({
        path,
        message: say(req, code),
      })),
      ...checked.flatMap(({ check, file: { id, title } }) => {
        const fault = fileCheckFault(check, true)
        const path = pathOf(flattenedFields, draft, reference(settings.slugs.files, id))
        return fault && path ? { path, message: say(req, fault, { title: title ?? '' }) } : []
      }),
    ],
  }
}

async function findPrivateFiles(
  req: PayloadRequest,
  collection: CollectionSlug,
  draft: Publication,
): Promise<TitledFile[]> {
  const ids = idsAmong(referencesOf(draft), collection)
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<TitledFile & { isPublic?: boolean | null }>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { isPublic: true, title: true },
    where: { id: { in: ids } },
  })
  return docs.filter(({ isPublic }) => !isPublic)
}

/** The field through which a draft refers to a file, itself or somewhere in it. */
const pathOf = (fields: FlattenedField[], draft: Publication, file: Reference) =>
  fields.find((field) => collectReferences([field as Field], draft).documents.includes(file))?.name
