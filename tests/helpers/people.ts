import type { PayloadRequest } from 'payload'

import { everyday, type TestApp } from './app.ts'

/** Those who have to do with withdrawals besides the editor, by their Authorization headers. */
export interface People {
  /** A second person. */
  second: string
  /** One with the right for emergencies. */
  emergency: string
  /** An editor without the right to withdraw. */
  guest: string
  /** A program with an API key, to whose account every right was given. */
  program: string
}

const isNamed = ({ user }: PayloadRequest, name: string) => Boolean(user?.email?.startsWith(name))

/** Who has which right, by their names. */
export const rights = {
  mayWithdraw: (req: PayloadRequest) => req.user?.collection === 'users' && !isNamed(req, 'guest'),
  mayWithdrawInEmergency: (req: PayloadRequest) => isNamed(req, 'emergency'),
}

/** The accounts of a host that has API keys. */
export const usersWithKeys = { slug: 'users', auth: { useAPIKey: true }, fields: [] }

/** What such a host's migration adds to the tables of the app. */
export const keysMigration =
  'alter table users add column enable_a_p_i_key boolean, add column api_key varchar, add column api_key_index varchar'

const password = 'a long test password'
const emailOf = (name: string) => `${name}@safeguarding.example`

/** A log-in, anew where the clock was moved beyond the end of the one before. */
export async function logIn({ payload }: TestApp, name: string): Promise<string> {
  const data = { email: emailOf(name), password }
  const { token } = await payload.login({ collection: 'users', data })
  return `JWT ${token}`
}

export async function startPeople(app: TestApp): Promise<People> {
  const create = (name: string, more: object = {}) =>
    app.payload.create({
      collection: 'users',
      data: { email: emailOf(name), password, publishingRoles: everyday, ...more } as never,
    })
  const person = async (name: string) => {
    await create(name)
    return logIn(app, name)
  }
  const apiKey = 'a-key-of-a-program-for-tests'
  const publishingRoles = [...everyday, 'emergencyWithdrawal']
  await create('emergency-program', { enableAPIKey: true, apiKey, publishingRoles })
  return {
    second: await person('second'),
    emergency: await person('emergency'),
    guest: await person('guest'),
    program: `users API-Key ${apiKey}`,
  }
}
