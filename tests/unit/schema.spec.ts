import { readFile } from 'node:fs/promises'

import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql'
import { beforeAll, expect, test } from 'vitest'

import { defaultSlugs } from '../../collections/slugs.ts'
import { publicSchema } from '../../src/graphql/publicSchema.ts'

let schema: ReturnType<typeof publicSchema>
beforeAll(async () => {
  process.env.PAYLOAD_SECRET ||= 'a secret for tests only'
  const { default: config } = await import('../../src/payload.config.ts')
  schema = publicSchema(await config, Object.values(defaultSlugs))
})

test('the public schema is the one that frontends were given', async () => {
  const committed = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8')
  expect(`${printSchema(schema)}\n`, 'run `npm run generate` and announce the change').toBe(
    committed,
  )
})

test('every type, field, argument and value of the public schema says what it means', () => {
  const silent: string[] = []
  const say = (name: string, { description }: { description?: string | null }) =>
    description?.trim() || silent.push(name)
  const members = (type: GraphQLNamedType) =>
    isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : []

  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue
    say(type.name, type)
    if (isEnumType(type))
      for (const value of type.getValues()) say(`${type.name}.${value.name}`, value)
    for (const field of members(type)) {
      say(`${type.name}.${field.name}`, field)
      if ('args' in field)
        for (const argument of field.args)
          say(`${type.name}.${field.name}(${argument.name})`, argument)
    }
  }
  expect(silent).toEqual([])
})

test('the public schema names no user, no job and no internal field', () => {
  const names = Object.values(schema.getTypeMap()).flatMap((type) => [
    type.name,
    ...(isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []),
  ])
  const internal = /user|job|seededFrom|refersTo|warning|isPublic/i
  expect(names.filter((name) => internal.test(name))).toEqual([])
})
