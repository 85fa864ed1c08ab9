/** Prints the part of the schema that readers can use. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'

import { printSchema } from 'graphql'

import { defaultSlugs } from '../collections/slugs.ts'
import { publicSchema } from '../src/graphql/publicSchema.ts'
import config from '../src/payload.config.ts'

const schema = publicSchema(await config, Object.values(defaultSlugs))
await writeFile(path.resolve(import.meta.dirname, '../schema.graphql'), `${printSchema(schema)}\n`)
