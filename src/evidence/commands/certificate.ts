/** `npm run certificate`: what the log proves of a publication, signed; or a new key to sign with. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionSlug, Payload } from 'payload'

import { makeDataDir } from '../../database/embedded/folder.ts'
import { ownConfig, withOwnPayload } from '../../database/ownPayload.ts'
import { type Reference, reference } from '../../../hooks/rules/references.ts'
import { publicationKeys } from '../../../hooks/settings.ts'
import type { Settings } from '../../options/index.ts'
import { rotateKey } from '../keys.ts'
import {
  asTyped,
  CommandError,
  readCommandLine,
  refuseUnmigrated,
  runCommand,
  say,
  UsageError,
} from './command.ts'

const usage = `Usage: npm run certificate -- ID [--out FILE]
       npm run certificate -- --rotate-key

  ID             a publication: reviews:12 by its id, or reviews/alan by its address
  --out FILE     write the certificate there; otherwise it goes, as JSON alone, to standard output
                 (npm's own lines are kept away with: npm run --silent certificate -- …)
  --rotate-key   make a new key; the one before stays published with the time in which it signed`

/** The publication that was typed, as the log knows it. */
async function referenceOf(
  payload: Payload,
  { slugs }: Settings,
  typed: string,
): Promise<Reference> {
  const [, collection, sign, name] = /^([a-z][a-z0-9-]*)([:/])(.+)$/.exec(typed) ?? []
  const known: string[] = publicationKeys.map((key) => slugs[key])
  if (!collection || !known.includes(collection))
    throw new CommandError(
      `“${typed}” names no publication: write for example ${known[0]}:12 or ${known[0]}/alan; there are ${known.join(', ')}.`,
    )
  if (sign === ':') return typed
  const found = await payload.db.findOne({
    collection: collection as CollectionSlug,
    where: { slug: { equals: name } },
  })
  return reference(collection, (found?.id as number | string) ?? name!)
}

async function certify(typed: string, out: string | undefined): Promise<number> {
  return withOwnPayload({ migrates: false, check: refuseUnmigrated, say }, async (payload) => {
    // A wrong command line is answered at once: Payload takes seconds to load.
    const { makeCertificate } = await import('../makeCertificate.ts')
    const settings = payload.config.custom?.safeguardingReviews as Settings
    const publication = await referenceOf(payload, settings, typed)
    const certificate = await makeCertificate(payload, settings, publication)
    if (!certificate)
      throw new CommandError(`There is nothing to certify: ${typed} was never published here.`)
    const text = `${JSON.stringify(certificate, null, 2)}\n`
    if (out) await writeFile(asTyped(out), text)
    else await new Promise((resolve) => process.stdout.write(text, resolve))
    return 0
  })
}

async function rotate(): Promise<number> {
  await makeDataDir(path.resolve(process.env.DATA_DIR || '.data'))
  const settings = (await ownConfig()).custom?.safeguardingReviews as Settings
  const { published } = await rotateKey(settings.evidence).catch((error: Error) => {
    throw new CommandError(error.message)
  })
  const [now, before] = published
  say(`From now on the key ${now!.id} signs; ${before!.id} signed until ${before!.until}.`)
  return 0
}

await runCommand(usage, async () => {
  const { positionals, values } = readCommandLine({
    help: { type: 'boolean', short: 'h' },
    out: { type: 'string' },
    'rotate-key': { type: 'boolean' },
  })
  if (values.help) return console.log(usage) ?? 0
  const [typed, more] = positionals
  if (values['rotate-key'] && !typed) return rotate()
  if (!typed || more || values['rotate-key'])
    throw new UsageError('Say which publication to certify: one, by its id or its address.')
  return certify(typed, values.out)
})
