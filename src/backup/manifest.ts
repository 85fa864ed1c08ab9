import { z } from 'zod'

import { BackupError } from './errors.ts'
import { DUMPS, isPlainName } from './names.ts'

/** Raised whenever an older program could misread what a newer one writes. */
const FORMAT = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().nonnegative()

const schema = z.strictObject({
  format: z.literal(FORMAT),
  /** The version of this program. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  database: z.strictObject({
    /** `sql`: statements that any Postgres understands; `custom`: for `pg_restore`. */
    kind: z.enum(['sql', 'custom']),
    /** The major version of the Postgres that it comes from. */
    postgres: z.number().int(),
    /** The major version of the `pg_dump` that wrote it. */
    pgDump: z.number().int().optional(),
    dump: z.enum([DUMPS.embedded, DUMPS.server]),
    size,
    sha256: hash,
    migrations: z.array(z.string()),
  }),
  files: z.array(z.strictObject({ name: z.string().refine(isPlainName), size, sha256: hash })),
  /** Files that the database names and that were not there, or not any more. */
  lost: z.array(z.string()),
})

/** What is in an archive; its last entry, so that an archive that was cut short has none. */
export type Manifest = z.infer<typeof schema>
export type StoredFile = Manifest['files'][number]

export const makeManifest = (parts: Omit<Manifest, 'format'>): Manifest => ({
  format: FORMAT,
  ...parts,
})

/** Reads a manifest; undefined when it is none. Refuses that of a newer program. */
export function readManifest(text: string): Manifest | undefined {
  const value = parse(text)
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupError(
      'The backup was made by a newer version of this program, in a form that is not known here: restore it with that version.',
    )
  }
  return schema.safeParse(value).data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
