import type { CollectionSlug, PayloadRequest } from 'payload'

import { findLatestApproval, findLatestVersion } from '../../../hooks/operations/approvals.ts'
import { hasRight } from '../../../hooks/operations/people.ts'
import { readPublicRow } from '../../../hooks/operations/publicRow.ts'
import { isPublic } from '../../../hooks/rules/publication.ts'
import { reference } from '../../../hooks/rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../../../hooks/settings.ts'
import { wordsOf } from '../words/index.ts'
import { approvalFacts } from './approvalFacts.ts'
import { fileFacts } from './fileFacts.ts'
import type { PanelFacts } from './panel.ts'
import { permissionsOf } from './permissions.ts'
import { obstaclesOf, warningsOf } from './points.ts'
import { readDifferences } from './readDifferences.ts'
import { stateInWords } from './words.ts'

/** What the panel of a publication tells; what the public sees comes from the main table's row, never a draft. */
export async function readPanelFacts(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  id: number | string,
): Promise<PanelFacts> {
  const now = new Date()
  const say = wordsOf('panel', req.t as never)
  const key = publicationKeys.find((key) => settings.slugs[key] === collection)!
  const [row, latest, approval] = await Promise.all([
    readPublicRow(req, collection, id),
    findLatestVersion(req, collection, id),
    findLatestApproval(req, settings, reference(collection, id)),
  ])
  const draft = latest?._status === 'draft' ? latest : undefined
  const differences = draft && isPublic(row) ? await readDifferences(req, collection, draft) : []
  const {
    files,
    obstacles: ofFiles,
    privateNames,
  } = await fileFacts(req, settings, collection, id, draft)
  const obstacles = draft ? obstaclesOf(req, settings, key, row, draft, ofFiles) : []
  const { facts, person } = await approvalFacts(req, settings, say, { approval, draft, obstacles })
  return {
    state: stateInWords(
      say,
      { row, changes: differences.length },
      { now, timeZone: settings.timeZone },
    ),
    hasDraft: Boolean(draft),
    mayPreview: Boolean(draft && !row?.withdrawnAt && !row?.deletedAt && hasRight(req, 'draft')),
    obstacles,
    warnings: warningsOf(req, say, collection, latest),
    differences,
    files,
    privateNames,
    ...facts,
    ...permissionsOf(req, settings, say, { now, row, ...person, obstacles }),
  }
}
