import fc from 'fast-check'

import { isProtected, save } from '../promise.ts'
import { type Doc, keyOf, liveDocs, type Model, type Outcome } from '../state.ts'
import { outcomeOf } from '../system.ts'
import { choice, inModel, type Move, pick, withDoc } from './move.ts'

const person = fc.nat({ max: 2 })

/** Only the third of them has the right to withdraw at once. */
const hasEmergencyRight = (who: number) => who === 2

export const asking = fc.record({ doc: choice, person, isEmergency: fc.boolean() })

interface Asking {
  doc: number
  person: number
  isEmergency: boolean
}

export const ask = ({ doc: chosen, isEmergency, person: who }: Asking): Move =>
  withDoc(chosen, (doc, _, system) => {
    let id = 0
    return {
      says: `person ${who} asks for the withdrawal of ${keyOf(doc)}${isEmergency ? ' at once' : ''}`,
      touches: [keyOf(doc)],
      act: async () => {
        const answer = await system.app.rest('POST', '/withdrawals', {
          as: system.people[who],
          body: {
            document: { relationTo: doc.kind, value: doc.id },
            ground: 'courtOrder',
            reason: 'A reason.',
            notice: 'Withdrawn.',
            isEmergency,
          },
        })
        id = answer.body?.doc?.id
        return outcomeOf(answer.body?.errors?.[0], answer.status)
      },
      expect: (after) => {
        const subject = inModel(after, doc)
        if (isEmergency && !hasEmergencyRight(who)) return 'refused'
        if (subject.withdrawal || !isProtected(after, subject)) return 'refused'
        subject.withdrawal = { id, askedBy: who, isExecuted: false, isUnapproved: true }
        subject.events.push('withdrawalAsked')
        return isEmergency ? takeDown(after, subject) : 'done'
      },
    }
  })

function takeDown(model: Model, doc: Doc): Outcome {
  doc.withdrawal!.isExecuted = true
  const next = { ...doc.latest, isPublished: false }
  return save(model, doc, next, { saysStatus: true, withdrawal: 'takeDown' })
}

function putBack(model: Model, doc: Doc): Outcome {
  doc.withdrawal = undefined
  const next = { ...doc.latest, isPublished: true }
  return save(model, doc, next, { saysStatus: true, withdrawal: 'putBack' })
}

type Act = 'approve' | 'decline' | 'reinstate'

function judge(model: Model, doc: Doc, act: Act, who: number): Outcome {
  const { withdrawal } = doc
  if (!withdrawal) return 'refused'
  if (act === 'reinstate') return withdrawal.isExecuted ? putBack(model, doc) : 'refused'
  if (!withdrawal.isUnapproved) return 'refused'
  if (act === 'decline') {
    doc.events.push('withdrawalDeclined')
    if (withdrawal.isExecuted) return putBack(model, doc)
    doc.withdrawal = undefined
    return 'done'
  }
  if (withdrawal.askedBy === who) return 'refused'
  // What is no longer promised, or no longer public, is not withdrawn.
  if (!withdrawal.isExecuted && !isProtected(model, doc)) return 'refused'
  doc.events.push('withdrawalApproved')
  withdrawal.isUnapproved = false
  return withdrawal.isExecuted ? 'done' : takeDown(model, doc)
}

export const acting = fc.record({
  doc: choice,
  person,
  act: fc.constantFrom<Act[]>('approve', 'approve', 'decline', 'reinstate'),
  byREST: fc.boolean(),
})

interface Acting {
  doc: number
  person: number
  act: Act
  byREST: boolean
}

export const actOn =
  ({ act, byREST, doc: chosen, person: who }: Acting): Move =>
  (model, system) => {
    const doc = pick(
      liveDocs(model).filter(({ withdrawal }) => withdrawal),
      chosen,
    )
    if (!doc) return undefined
    const { id } = doc.withdrawal!
    return {
      says: `person ${who}: ${act} the withdrawal of ${keyOf(doc)}`,
      touches: [keyOf(doc)],
      act: () =>
        byREST
          ? system.rest('POST', `/withdrawals/${id}/${act}`, {}, who)
          : system.graphql(
              `mutation ($id: Int!) { ${act}Withdrawal(id: $id) { id } }`,
              { id },
              who,
            ),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (subject.withdrawal?.id !== id) return 'refused'
        const tried = structuredClone(subject)
        const outcome = judge(after, tried, act, who)
        // All of an act happens, or nothing of it.
        if (outcome === 'done') after.docs[keyOf(doc)] = tried
        return outcome
      },
    }
  }
