import { describe, expect, it } from 'vitest'

import { codeAfterError } from '../../../hooks/errorCodes.ts'

/** An error whose class the route does not know, as in a build with two copies of Payload. */
const refusal = Object.assign(new Error('It must stay public.'), {
  data: { code: 'PUBLICATION_PROTECTED', protectedUntil: '2027-01-01' },
  isPublic: true,
})

const after = (args: object) => codeAfterError({ context: {}, req: {}, ...args } as never)

describe('the code of a refusal', () => {
  it('is found in the data of a REST answer from which Payload left it out', async () => {
    const result = { errors: [{ message: refusal.message }] }
    expect(await after({ error: refusal, result })).toEqual({
      response: { errors: [{ message: refusal.message, data: refusal.data }] },
    })
  })

  it('is found in the extensions of a GraphQL answer', async () => {
    const graphqlResult = { message: refusal.message, extensions: { statusCode: 409 } }
    expect(await after({ error: { originalError: refusal }, graphqlResult })).toEqual({
      graphqlResult: {
        message: refusal.message,
        extensions: { statusCode: 409, code: 'PUBLICATION_PROTECTED' },
      },
    })
  })

  it('is not added to an answer that hides the error', async () => {
    const result = { errors: [{ message: 'Something went wrong.' }] }
    expect(await after({ error: { ...refusal, isPublic: false }, result })).toBeUndefined()
  })

  it('comes with its sentence, where Payload lost that too', async () => {
    const result = { errors: [{ message: 'An unknown error occurred.' }] }
    const error = Object.assign(new Error('Not for you.'), { data: null, isPublic: true })
    expect(await after({ error, result })).toEqual({
      response: { errors: [{ message: 'Not for you.' }] },
    })
  })
})
