import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../hooks/rules/roles.ts'
import { account } from '../helpers/accounts.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import {
  frameworkDocument,
  leaflet,
  pdf,
  published,
  review,
  uploadForm,
} from '../helpers/content.ts'
import { runSQL } from '../helpers/sql.ts'

let app: TestApp
const as = {} as Record<Role | 'nobody', string>

beforeAll(async () => {
  app = await startTestApp({ options: { approval: { secondPerson: 'always' } } })
  const roles: Role[] = ['contributor', 'editor', 'approver', 'administrator', 'withdrawal']
  for (const role of roles) as[role] = (await account(app, `the-${role}`, [role])).as
  as.nobody = (await account(app, 'the-nobody', [])).as
})

afterAll(() => app.stop())

const status = async (
  role: keyof typeof as,
  method: string,
  path: string,
  body?: object,
): Promise<number> => (await app.rest(method, path, { as: as[role], body })).status

describe('a role', () => {
  const may: [string, string, string, () => object | Promise<FormData>, (keyof typeof as)[]][] = [
    [
      'makes drafts',
      'POST',
      '/reviews?draft=true',
      () => review(),
      ['contributor', 'editor', 'approver', 'administrator'],
    ],
    [
      'uploads files',
      'POST',
      '/files',
      async () => uploadForm(await pdf(), 'Report.pdf', 'application/pdf'),
      ['contributor', 'editor', 'approver', 'administrator'],
    ],
    [
      'makes vocabulary',
      'POST',
      '/agencies',
      () => ({ name: `Agency ${Math.random()}` }),
      ['editor', 'approver', 'administrator'],
    ],
    [
      'changes the page as a draft',
      'POST',
      '/globals/case-reviews-page?draft=true',
      () => ({ heading: 'Case reviews' }),
      ['editor', 'approver', 'administrator'],
    ],
    [
      'publishes the page',
      'POST',
      '/globals/case-reviews-page',
      () => ({ heading: 'Case reviews', ...published }),
      ['approver'],
    ],
    [
      'makes accounts',
      'POST',
      '/users',
      () => ({ email: `${Math.random()}@safeguarding.example`, password: 'a long test password' }),
      ['administrator'],
    ],
  ]

  it.each(may)('%s', async (_, method, path, body, allowed) => {
    for (const role of Object.keys(as) as (keyof typeof as)[]) {
      const answer = await app.rest(method, path, { as: as[role], body: await body() })
      if (allowed.includes(role)) expect(answer.status, role).toBeLessThan(300)
      else expect(answer.status, role).toBe(403)
    }
  })

  it('publishes nothing by itself that nobody approved, whatever it is', async () => {
    const roles = Object.keys(as) as (keyof typeof as)[]
    for (const [slug, values] of [
      ['reviews', review(published)],
      ['leaflets', leaflet(published)],
      ['framework-documents', frameworkDocument(published)],
    ] as const)
      for (const role of roles) {
        const answer = await app.rest('POST', `/${slug}`, { as: as[role], body: values })
        expect(answer.status, `${role} ${slug}`).toBeGreaterThanOrEqual(400)
      }
    const found = await app.rest('GET', '/reviews')
    expect(found.body.totalDocs).toBe(0)
  })

  it('withdraws only with that right', async () => {
    const { id } = await app.payload.create({
      collection: 'framework-documents',
      data: frameworkDocument({ title: 'To be withdrawn', ...published }) as never,
    })
    const body = {
      document: { relationTo: 'framework-documents', value: id },
      ground: 'other',
      reason: 'r',
      notice: 'n',
    }
    expect(await status('administrator', 'POST', '/withdrawals', body)).toBe(403)
    // It is not protected, so that nothing is to be withdrawn; but the right is there.
    expect(await status('withdrawal', 'POST', '/withdrawals', body)).toBe(409)
  })

  it('is given by administrators only, also to oneself', async () => {
    const { docs } = await app.payload.find({
      collection: 'users',
      where: { email: { equals: 'the-editor@safeguarding.example' } },
    })
    const own = await app.payload.find({
      collection: 'users',
      where: { email: { equals: 'the-contributor@safeguarding.example' } },
    })
    const { id } = own.docs[0]!
    const body = { publishingRoles: ['administrator'] }
    expect(await status('contributor', 'PATCH', `/users/${docs[0]!.id}`, body)).toBe(403)
    // The rest of one's own account may be changed; roles stay what they were.
    expect(await status('contributor', 'PATCH', `/users/${id}`, body)).toBe(200)
    const after = await app.payload.findByID({ collection: 'users', id })
    expect(after.publishingRoles).toEqual(['contributor'])
  })
})

describe('somebody who forgot the password', () => {
  it('may ask for a new one, without an account and again and again, and the app goes on answering', async () => {
    const { email } = await account(app, 'forgetful', ['contributor'])
    const ask = (address: string) =>
      app.rest('POST', '/users/forgot-password', { body: { email: address } })
    const asked = await Promise.all([ask(email), ask('nobody@safeguarding.example'), ask(email)])
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await app.rest('GET', '/reviews')).status).toBe(200)
    const [row] = await runSQL(
      app.payload,
      `select reset_password_token as token from users where email = '${email}'`,
    )
    const password = 'another long test password'
    expect(
      (await app.rest('POST', '/users/reset-password', { body: { token: row!.token, password } }))
        .status,
    ).toBe(200)
  })
})

describe('an administrator', () => {
  it('disables an account, which ends its sessions and keeps it out', async () => {
    const { as: gone, email, id, password } = await account(app, 'leaver', ['editor'])
    const draft = await app.rest('POST', '/reviews?draft=true', { as: gone, body: review() })
    const path = `/reviews/${draft.body.doc.id}?draft=true`
    expect((await app.rest('GET', path, { as: gone })).status).toBe(200)

    expect(await status('administrator', 'PATCH', `/users/${id}`, { isDisabled: true })).toBe(200)
    expect((await app.rest('GET', path, { as: gone })).status).toBe(404)
    const login = await app.rest('POST', '/users/login', { body: { email, password } })
    expect(login.status).toBe(403)
    expect(login.body.errors[0].data.code).toBe('ACCOUNT_DISABLED')

    expect(await status('administrator', 'PATCH', `/users/${id}`, { isDisabled: false })).toBe(200)
    expect((await app.rest('GET', path, { as: gone })).status).toBe(404)
    const again = await app.rest('POST', '/users/login', { body: { email, password } })
    expect(again.status).toBe(200)
  })

  it('is appointed at the start where accounts were there before the plugin', async () => {
    const { docs } = await app.payload.find({ collection: 'users', limit: 1, sort: 'createdAt' })
    await runSQL(app.payload, 'delete from users_publishing_roles')
    await app.payload.config.onInit?.(app.payload)
    const roles = await runSQL(app.payload, 'select parent_id, value from users_publishing_roles')
    expect(roles).toEqual([{ parent_id: docs[0]!.id, value: 'administrator' }])
  })

  // Payload's handlers speak to the app that was started last.
  it('is who makes the first account, and the last one stays', async () => {
    const fresh = await startTestApp()
    try {
      const administrators = async () =>
        (
          await fresh.payload.find({
            collection: 'users',
            where: { publishingRoles: { in: ['administrator'] } },
          })
        ).docs
      const [only] = await administrators()
      const { id } = only!
      const lose = [
        () =>
          fresh.rest('PATCH', `/users/${id}`, { as: fresh.editor, body: { publishingRoles: [] } }),
        () => fresh.rest('PATCH', `/users/${id}`, { as: fresh.editor, body: { isDisabled: true } }),
        () => fresh.rest('DELETE', `/users/${id}`, { as: fresh.editor }),
        () =>
          fresh.graphql(`mutation { updateUser(id: ${id}, data: { isDisabled: true }) { id } }`, {
            as: fresh.editor,
          }),
      ]
      for (const attempt of lose) {
        const { body } = await attempt()
        expect(body.errors[0].data?.code ?? body.errors[0].extensions.code).toBe(
          'LAST_ADMINISTRATOR',
        )
      }
      await expect(
        fresh.payload.update({ collection: 'users', id, data: { publishingRoles: [] } }),
      ).rejects.toThrow('last administrator')

      // Two who give the role up at once: one of them keeps it.
      const other = await account(fresh, 'other', ['administrator'])
      const outcomes = await Promise.allSettled(
        [id, other.id].map((account) =>
          fresh.payload.update({
            collection: 'users',
            id: account,
            data: { publishingRoles: ['editor'] },
          }),
        ),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await administrators()).toHaveLength(1)
    } finally {
      await fresh.stop()
    }
  })
})
