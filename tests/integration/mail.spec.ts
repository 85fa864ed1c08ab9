import { setTimeout as wait } from 'node:timers/promises'

import type { EmailAdapter } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { resumeMail } from '../../src/mail/collect.ts'
import type { MailTemplateArgs } from '../../src/mail/send.ts'
import { account } from '../helpers/accounts.ts'
import { type Answer, startTestApp, type TestApp } from '../helpers/app.ts'
import { moveClock, resetClock } from '../helpers/clock.ts'
import { published, review } from '../helpers/content.ts'
import { runSQL } from '../helpers/sql.ts'

interface Sent {
  to: string
  subject: string
  text: string
  html?: string
}

/** What the mail server took. */
const sent: Sent[] = []
/** What it does with a mail before it takes it. */
let server: () => Promise<void> | void = () => {}
/** How often the host was told of an alarm. */
let alarms = 0
/** The template of the host, where it has one. */
let template: ((args: MailTemplateArgs) => Omit<Sent, 'to'>) | undefined

const email: EmailAdapter = () => ({
  name: 'recording',
  defaultFromAddress: 'case-reviews@safeguarding.example',
  defaultFromName: 'Case reviews',
  sendEmail: async (message) => {
    await server()
    sent.push(message as Sent)
  },
})

const rollsBack = 'This is rolled back.'

/** A host whose hook fails after ours. */
const host = {
  email,
  plugins: [
    (config: { collections?: { slug: string; hooks?: object }[] }) => ({
      ...config,
      collections: config.collections?.map((collection) => {
        if (collection.slug !== 'approvals') return collection
        const { afterChange = [] } = collection.hooks as { afterChange?: unknown[] }
        const fail = ({ doc }: { doc: { message?: string } }) => {
          if (doc.message === rollsBack) throw new Error('The hook of the host fails.')
        }
        return {
          ...collection,
          hooks: { ...collection.hooks, afterChange: [...afterChange, fail] },
        }
      }),
    }),
  ] as never,
}

type Name = 'approver' | 'both' | 'editor'
let app: TestApp
let people: Record<Name, { id: number; as: string; email: string }>

beforeAll(async () => {
  app = await startTestApp({
    host,
    options: {
      mail: { template: (args) => (template ? template(args) : args.defaultMail) },
      // Nothing answers there.
      availability: { address: 'http://127.0.0.1:1', onAlarm: () => void alarms++ },
      withdrawal: { mayWithdrawInEmergency: () => true },
    },
  })
  people = {
    editor: await account(app, 'an-editor', ['editor']),
    approver: await account(app, 'approver', ['approver']),
    both: await account(app, 'other-approver', ['approver', 'editor']),
  }
  const disabled = await account(app, 'disabled', ['approver', 'administrator'])
  await app.payload.update({
    collection: 'users',
    id: disabled.id,
    data: { isDisabled: true } as never,
  })
  await account(app, 'without-a-role', [])
})

afterAll(() => app.stop())

beforeEach(() => {
  sent.length = 0
  server = () => {}
  template = undefined
})

afterEach(async () => {
  vi.useRealTimers()
  await runSQL(app.payload, 'delete from payload_jobs')
})

const rest = (who: Name, method: string, path: string, body?: object): Promise<Answer> =>
  app.rest(method, path, { as: people[who].as, body })

async function submitted(name: string, message = 'Please look.'): Promise<[number, number]> {
  const { body } = await rest('editor', 'POST', '/reviews?draft=true', review({ name }))
  const id = body.doc.id
  const document = { relationTo: 'reviews', value: id }
  const asked = await rest('editor', 'POST', '/approvals', { document, message })
  return [id, asked.body.doc?.id]
}

const act = (who: Name, approval: number, act: string, text?: string) =>
  rest(who, 'POST', `/approvals/${approval}/${act}`, { text })

/** Does what the queue has to do by then, as many nodes at once as are there. */
async function later(minutes: number, nodes = 1): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + minutes * 60_000)
  const run = () => app.payload.jobs.run({ limit: 100 })
  await Promise.allSettled(Array.from({ length: nodes }, run))
  vi.useRealTimers()
}

const sentTo = (who: Name): Sent[] => sent.filter(({ to }) => to === people[who].email)
const receivers = () => sent.map(({ to }) => to).sort()
const jobsLeft = async () =>
  Number((await runSQL(app.payload, 'select count(*) from payload_jobs'))[0]!.count)

describe('what is submitted', () => {
  it('is told to those who may approve it: not to the editor, to nobody disabled, to no reader', async () => {
    const [id] = await submitted('Alan')
    await later(9)
    expect(sent).toEqual([])
    await later(11)
    expect(receivers()).toEqual([people.approver.email, people.both.email].sort())
    const [mail] = sentTo('approver')
    expect(mail!.subject).toBe('Waiting for your approval: “Alan”')
    expect(mail!.text).toContain(`http://localhost:3000/admin/collections/reviews/${id}`)
    expect(mail!.text).not.toContain('Please look.')
    expect(await jobsLeft()).toBe(0)
  })

  it('is not told to an approver who submitted it', async () => {
    const { body } = await rest('both', 'POST', '/reviews?draft=true', review({ name: 'Beth' }))
    const document = { relationTo: 'reviews', value: body.doc.id }
    await rest('both', 'POST', '/approvals', { document })
    await later(11)
    expect(receivers()).toEqual([people.approver.email])
  })

  it('ten times is one mail', async () => {
    for (let count = 1; count <= 10; count++) await submitted(`Case ${count}`)
    await later(11)
    expect(receivers()).toHaveLength(2)
    const [mail] = sentTo('approver')
    expect(mail!.subject).toBe('Waiting for your approval (10)')
    expect(mail!.text.match(/“Case \d+”/g)).toEqual(
      Array.from({ length: 10 }, (_, index) => `“Case ${index + 1}”`),
    )
    expect(await jobsLeft()).toBe(0)
  })

  it('is told once when several nodes do it at the same moment', async () => {
    server = () => wait(300)
    for (const name of ['Alan', 'Beth', 'Carl']) await submitted(name)
    await later(11, 3)
    expect(receivers()).toEqual([people.approver.email, people.both.email].sort())
  })

  it('and decided or taken back meanwhile needs no mail', async () => {
    const [, approval] = await submitted('Alan')
    await act('editor', approval, 'takeBack')
    await later(11)
    expect(sent).toEqual([])
  })

  it('is told to nobody who was disabled meanwhile', async () => {
    const late = await account(app, 'leaving', ['approver'])
    await submitted('Alan')
    const data = { isDisabled: true } as never
    await app.payload.update({ collection: 'users', id: late.id, data })
    await later(11)
    expect(receivers()).not.toContain(late.email)
    expect(sent).toHaveLength(2)
  })

  it('shows a name in HTML as it is written', async () => {
    await submitted('<b>Alan</b>')
    await later(11)
    expect(sentTo('approver')[0]!.html).toContain('“&lt;b&gt;Alan&lt;/b&gt;”')
  })
})

describe('whoever submitted it', () => {
  it('is told that it was refused, and not why', async () => {
    const [id, approval] = await submitted('Alan')
    await act('approver', approval, 'refuse', 'Name the agency.')
    await later(11)
    expect(receivers()).toEqual([people.editor.email])
    expect(sent[0]!.subject).toBe('Refused: “Alan”')
    expect(sent[0]!.text).toContain(`/admin/collections/reviews/${id}`)
    expect(sent[0]!.text + sent[0]!.html).not.toContain('Name the agency.')
  })

  it('is told that it was approved', async () => {
    const [, approval] = await submitted('Alan')
    await act('approver', approval, 'approve')
    await later(11)
    expect(sent.map(({ subject }) => subject)).toEqual(['Approved: “Alan”'])
  })

  it('is told once of what was approved and published', async () => {
    const [id, approval] = await submitted('Alan')
    await act('approver', approval, 'approve')
    await rest('both', 'PATCH', `/reviews/${id}`, published)
    await later(11)
    expect(sent.map(({ subject, to }) => [to, subject])).toEqual([
      [people.editor.email, 'Published: “Alan”'],
    ])
  })

  it('gets one mail of everything within ten minutes', async () => {
    const [, one] = await submitted('Alan')
    const [, other] = await submitted('Beth')
    await act('approver', one, 'publish')
    await act('approver', other, 'refuse', 'Not yet.')
    await later(11)
    expect(receivers()).toEqual([people.editor.email])
    expect(sent[0]!.subject).toBe('Case reviews: 2 things that you should know')
    expect(sent[0]!.text).toMatch(/Refused\n[^]*“Beth”[^]*Published\n[^]*“Alan”/)
  })
})

describe('what is rolled back', () => {
  it('sends nothing', async () => {
    const [, approval] = await submitted('Alan', rollsBack)
    expect(approval).toBeUndefined()
    expect(await jobsLeft()).toBe(0)
    await later(11)
    expect(sent).toEqual([])
  })
})

describe('a mail server that is away', () => {
  it('makes no act fail, and gets the mail later, with what happened meanwhile', async () => {
    server = () => {
      throw new Error('Connection refused')
    }
    const [, approval] = await submitted('Alan')
    expect(approval).toBeDefined()
    await later(11)
    expect(sent).toEqual([])
    expect(await jobsLeft()).toBe(2)

    await submitted('Beth')
    server = () => {}
    await later(22)
    expect(receivers()).toEqual([people.approver.email, people.both.email].sort())
    expect(sentTo('approver')[0]!.text).toMatch(/“Alan”[^]*“Beth”/)
    await later(40)
    expect(sent).toHaveLength(2)
    expect(await jobsLeft()).toBe(0)
  })

  it('does not lose a mail that two nodes began when the first of them could not send it', async () => {
    const [, approval] = await submitted('Alan')
    await act('approver', approval, 'refuse', 'Not yet.')
    const [job] = await runSQL(
      app.payload,
      `select id from payload_jobs where input ->> 'to' = 'users:${people.editor.id}'`,
    )
    let attempts = 0
    let second: Promise<unknown> = Promise.resolve()
    server = async () => {
      attempts++
      if (attempts > 1) return
      second = app.payload.jobs.runByID({ id: job!.id })
      await wait(300)
      throw new Error('Connection refused')
    }
    await later(11)
    await second
    expect(attempts).toBe(2)
    expect(receivers()).toEqual([people.editor.email])
  })

  it('does not lose a mail that was on its way when the app ended', async () => {
    await submitted('Alan')
    const sending = new Date().toISOString()
    await runSQL(
      app.payload,
      `update payload_jobs set processing = true, input = jsonb_set(input, '{sending}', '"${sending}"')`,
    )
    await later(11)
    expect(sent).toEqual([])
    await resumeMail(app.payload)
    await later(11)
    expect(receivers()).toEqual([people.approver.email, people.both.email].sort())
  })
})

describe('the end of a protection', () => {
  const run = async () => {
    await app.payload.jobs.queue({ task: 'remindOfPeriods' as never, input: {} as never })
    await app.payload.jobs.run({ limit: 100 })
  }

  it('is told of once, thirty days before, to those who decide; all in one mail', async () => {
    for (const name of ['Alan', 'Beth']) {
      const [, approval] = await submitted(name)
      await act('approver', approval, 'publish')
    }
    await runSQL(app.payload, 'delete from payload_jobs')
    await run()
    await later(11)
    expect(sent).toEqual([])

    await moveClock(app, { months: 11, days: 15 })
    await run()
    await app.payload.jobs.run({ limit: 100 })
    await moveClock(app, { days: 1 })
    await app.payload.jobs.run({ limit: 100 })
    await run()
    await moveClock(app, { days: 1 })
    await app.payload.jobs.run({ limit: 100 })
    await resetClock(app)
    expect(receivers()).toEqual([people.approver.email, people.both.email].sort())
    expect(sent[0]!.text).toMatch(/“Alan”, protected until the end of \d+ \w+ \d{4}/)
    expect(sent[0]!.text).toContain('“Beth”')
  })
})

describe('an alarm', () => {
  const administrator = 'editor@safeguarding.example'

  it('about what readers do not get goes to administrators, and to the host', async () => {
    const [id, approval] = await submitted('Not there')
    await act('approver', approval, 'publish')
    await runSQL(app.payload, 'delete from payload_jobs')
    await app.payload.jobs.queue({ task: 'checkAvailability' as never, input: {} as never })
    await app.payload.jobs.run({ limit: 100 })
    await later(11)
    expect(alarms).toBe(1)
    expect(receivers()).toEqual([administrator])
    expect(sent[0]!.text).toContain('Not available to readers as it was published')
    expect(sent[0]!.text).toMatch(new RegExp(`“Not there”\n.*/collections/reviews/${id}`))
  })

  it('goes to administrators, and about an unapproved emergency once', async () => {
    const [id, approval] = await submitted('Alan')
    await act('approver', approval, 'publish')
    await runSQL(app.payload, 'delete from payload_jobs')
    await app.rest('POST', '/withdrawals', {
      as: app.editor,
      body: {
        document: { relationTo: 'reviews', value: id },
        ground: 'identification',
        reason: 'A child could be identified.',
        notice: 'Withdrawn.',
        isEmergency: true,
      },
    })
    const task = { task: 'remindOfWithdrawals' as never, input: {} as never }
    await moveClock(app, { days: 2 })
    for (let hour = 0; hour < 2; hour++) {
      await app.payload.jobs.queue(task)
      await app.payload.jobs.run({ limit: 100 })
    }
    await moveClock(app, { days: 1 })
    await app.payload.jobs.run({ limit: 100 })
    await resetClock(app)
    expect(receivers()).toEqual([administrator])
    expect(sent[0]!.subject).toMatch(/^Emergency withdrawal not approved in time: “alan/)
    expect(sent[0]!.text).toContain('/admin/collections/withdrawals/')
    expect(sent[0]!.text).not.toContain('identified')
  })
})

describe('a host', () => {
  it('says it otherwise', async () => {
    template = ({ defaultMail, news, to }) => ({
      subject: `${news.length} for ${to}`,
      text: `${defaultMail.subject}\n${news[0]!.link}`,
    })
    const [id] = await submitted('Alan')
    await later(11)
    expect(sentTo('approver')[0]).toEqual({
      to: people.approver.email,
      subject: `1 for ${people.approver.email}`,
      text: `Waiting for your approval: “Alan”\nhttp://localhost:3000/admin/collections/reviews/${id}`,
    })
  })
})

describe('without waiting', () => {
  it('a mail is sent right after the commit', async () => {
    await app.close()
    const { database } = app
    app = await startTestApp({ database, host, options: { mail: { digestMinutes: 0 } } })
    await submitted('Alan')
    await vi.waitFor(() => expect(receivers()).toHaveLength(2))
    await vi.waitFor(async () => expect(await jobsLeft()).toBe(0))
  })
})

describe('a host that wants no mail', () => {
  it('gets none, not even what was written before', async () => {
    await app.close()
    const { database } = app
    app = await startTestApp({ database, host, options: { mail: { digestMinutes: 10 } } })
    await submitted('Alan')
    expect(await jobsLeft()).toBe(2)
    await app.close()
    app = await startTestApp({ database, host, options: { mail: { enabled: false } } })
    await submitted('Beth')
    expect(await jobsLeft()).toBe(2)
    await later(11)
    expect(sent).toEqual([])
    expect(await jobsLeft()).toBe(0)
  })
})
