import { describe, expect, it } from 'vitest'

import { account } from '../helpers/accounts.ts'
import { startTestApp } from '../helpers/app.ts'
import { published, review } from '../helpers/content.ts'
import { ofAnswer } from '../helpers/publicView.ts'

describe('one person alone', () => {
  const start = async (secondPerson?: 'always' | 'never') => {
    const alone = await startTestApp({
      options: { ...(secondPerson && { approval: { secondPerson } }) },
    })
    const make = async (as: string) => {
      const answer = await alone.rest('POST', '/reviews', { as, body: review(published) })
      return ofAnswer(answer).code ?? answer.status
    }
    return { alone, make }
  }

  it('publishes as an administrator until a second person may approve', async () => {
    const { alone, make } = await start()
    try {
      expect(await make(alone.editor)).toBe(201)
      const { body } = await alone.graphql(
        'mutation { createLeaflet(data: { title: "Alone", _status: published }) { id } }',
        { as: alone.editor },
      )
      expect(body.errors).toBeUndefined()
      const editor = await account(alone, 'an-editor', ['editor'])
      expect(await make(editor.as)).toBe('HTTP 403')
      const approver = await account(alone, 'approver', ['approver'])
      expect(await make(approver.as)).toBe(201)
      // Now there is one who may approve what the administrator submits.
      expect(await make(alone.editor)).toBe('HTTP 403')
      const second = await account(alone, 'second-approver', ['approver'])
      expect(await make(approver.as)).toBe('APPROVAL_NEEDED')
      await alone.payload.update({ collection: 'users', id: second.id, data: { isDisabled: true } })
      expect(await make(approver.as)).toBe(201)
    } finally {
      await alone.stop()
    }
  })

  it('publishes for ever where the partnership says so, and never where it does not', async () => {
    for (const [secondPerson, outcome] of [
      ['never', 201],
      ['always', 'APPROVAL_NEEDED'],
    ] as const) {
      const { alone, make } = await start(secondPerson)
      try {
        const approvers = [
          await account(alone, 'approver', ['approver']),
          await account(alone, 'second', ['approver']),
        ]
        for (const { as } of secondPerson === 'never' ? approvers : approvers.slice(0, 1))
          expect(await make(as)).toBe(outcome)
      } finally {
        await alone.stop()
      }
    }
  })
})
