import { createHash, randomUUID } from 'node:crypto'

import { frameworkDocument, leaflet, pdf, review, richText, uploadForm } from '../content.ts'

/** What an editor is about to do, and with which name for the document if it gets a new one. */
export interface Act {
  act: string
  /** For example `reviews:3`, `files:4`; absent for what is only being made. */
  what?: string
  name?: string
}

/** The same with the answer: the id of what was made, the SHA-256 of an uploaded file. */
export interface Answered extends Act {
  status: number
  code?: string
  sha256?: string
  message?: string
}

type Said = { trying: Act } | { answered: Answered }

const kinds = {
  reviews: { nameField: 'name', fileField: 'reportFile', make: review },
  leaflets: { nameField: 'title', fileField: 'file', make: leaflet },
  'framework-documents': { nameField: 'title', fileField: 'file', make: frameworkDocument },
} as const
type Slug = keyof typeof kinds

const slugs = Object.keys(kinds) as Slug[]
const oneOf = <Value>(values: readonly Value[]): Value | undefined =>
  values[Math.floor(Math.random() * values.length)]

/** Two people who publish alone; a withdrawal that one asked for, the other approves. */
const accounts = ['editor', 'second'].map((name) => ({
  email: `${name}@safeguarding.example`,
  password: 'a long test password',
  publishingRoles: ['administrator', 'withdrawal'],
}))

/** Acts at random on what there is, and says so. */
export class Editor {
  readonly #name: string
  readonly #handle: (request: Request) => Promise<Response>
  readonly #say: (line: Said) => unknown
  #tokens: string[] = []

  constructor(
    name: string,
    handle: (request: Request) => Promise<Response>,
    say: (line: Said) => unknown,
  ) {
    this.#name = name
    this.#handle = handle
    this.#say = say
  }

  async logIn(): Promise<void> {
    this.#tokens = []
    for (const [index, account] of accounts.entries()) {
      let answer = await this.#send('POST', '/users/login', account)
      if (answer.status !== 200) {
        await this.#send('POST', index ? '/users' : '/users/first-register', account)
        answer = await this.#send('POST', '/users/login', account)
      }
      this.#tokens.push(answer.body.token)
    }
  }

  /** All that somebody without an account gets to read. */
  async publicView(): Promise<unknown[]> {
    const view: unknown[] = []
    for (const slug of [...slugs, 'files', 'withdrawals']) {
      const { body } = await this.#send('GET', `/${slug}?limit=0&depth=2&sort=id`, undefined, -1)
      view.push(body.docs)
    }
    return view
  }

  async act(): Promise<void> {
    const making = [this.#upload, this.#draft, this.#saveDraft]
    const publishing = [this.#publish, this.#publish, this.#correct, this.#correct]
    const takingAway = [this.#unpublish, this.#delete, this.#withdraw, this.#approve]
    const others = [this.#reinstate, this.#reword]
    await oneOf([...making, ...publishing, ...takingAway, ...others])!.call(this)
  }

  async #upload(): Promise<void> {
    const bytes = await pdf(this.#newName())
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await this.#try(
      { act: 'upload' },
      'POST',
      '/files',
      uploadForm(bytes, 'a.pdf', 'application/pdf'),
      { sha256 },
    )
  }

  async #draft(): Promise<void> {
    const slug = oneOf(slugs)!
    const file = await this.#any('files')
    const { fileField, make, nameField } = kinds[slug]
    const name = this.#newName()
    const report = file && slug === 'reviews' && { reportAvailability: 'published' }
    const body = {
      ...make({ [nameField]: name, [fileField]: file?.id, ...report }),
      summary: richText('What was learned.'),
      improvements: richText('What must change.'),
    }
    await this.#try({ act: 'draft', what: slug, name }, 'POST', `/${slug}?draft=true`, body)
  }

  async #publish(): Promise<void> {
    const { id, slug } = await this.#document()
    if (!id) return this.#draft()
    const act = { act: 'publish', what: `${slug}:${id}` }
    await this.#try(act, 'PATCH', `/${slug}/${id}`, { _status: 'published' })
  }

  /** With another file, where there is one, and the note that says so. */
  async #correct(): Promise<void> {
    const { id, slug } = await this.#document('&where[_status][equals]=published')
    if (!id) return this.#publish()
    const { fileField, nameField } = kinds[slug]
    const { body: now } = await this.#send('GET', `/${slug}/${id}?depth=0`)
    const file = now[fileField] && (await this.#any('files'))
    const name = this.#newName()
    const note = { date: '2026-01-01', note: `Corrected: ${name}` }
    await this.#try({ act: 'correct', what: `${slug}:${id}`, name }, 'PATCH', `/${slug}/${id}`, {
      _status: 'published',
      [nameField]: name,
      ...(file && { [fileField]: file.id }),
      changeNotes: [...(now.changeNotes ?? []), note],
    })
  }

  async #saveDraft(): Promise<void> {
    const { id, slug } = await this.#document()
    if (!id) return this.#draft()
    const name = this.#newName()
    const act = { act: 'saveDraft', what: `${slug}:${id}`, name }
    const body = { [kinds[slug].nameField]: name }
    await this.#try(act, 'PATCH', `/${slug}/${id}?draft=true`, body)
  }

  async #unpublish(): Promise<void> {
    const { id, slug } = await this.#document()
    if (!id) return this.#draft()
    const act = { act: 'unpublish', what: `${slug}:${id}` }
    await this.#try(act, 'PATCH', `/${slug}/${id}`, { _status: 'draft' })
  }

  async #delete(): Promise<void> {
    const slug = oneOf([...slugs, 'files'])!
    const found = await this.#any(slug)
    if (!found) return this.#upload()
    await this.#try(
      { act: 'delete', what: `${slug}:${found.id}` },
      'DELETE',
      `/${slug}/${found.id}`,
    )
  }

  async #withdraw(): Promise<void> {
    const { id, slug } = await this.#document('&where[_status][equals]=published')
    if (!id) return this.#publish()
    await this.#try({ act: 'ask', what: `${slug}:${id}` }, 'POST', '/withdrawals', {
      document: { relationTo: slug, value: id },
      ground: 'courtOrder',
      reason: 'An order.',
      notice: 'Withdrawn.',
    })
  }

  #approve(): Promise<void> {
    return this.#actOn('asked', Math.random() < 0.8 ? 'approve' : 'decline')
  }

  /** While others approve or reinstate what it is about. */
  async #reword(): Promise<void> {
    const found = await this.#any('withdrawals')
    if (!found) return this.#withdraw()
    const what = `withdrawals:${found.id}`
    const body = { notice: this.#newName() }
    await this.#try({ act: 'reword', what }, 'PATCH', `/withdrawals/${found.id}`, body)
  }

  #reinstate(): Promise<void> {
    return this.#actOn('executed', 'reinstate')
  }

  async #actOn(state: string, act: string): Promise<void> {
    const found = await this.#any('withdrawals', `&where[state][equals]=${state}`)
    if (!found) return this.#withdraw()
    const what = `${found.document.relationTo}:${found.document.value}`
    await this.#try({ act, what }, 'POST', `/withdrawals/${found.id}/${act}`, {}, {}, 1)
  }

  async #document(where = ''): Promise<{ slug: Slug; id?: number }> {
    const slug = oneOf(slugs)!
    return { slug, id: (await this.#any(slug, where))?.id }
  }

  /** One of the latest, so that the same are met again and again. */
  async #any(slug: string, where = ''): Promise<any> {
    const { body } = await this.#send('GET', `/${slug}?depth=0&limit=8&sort=-id${where}`)
    return oneOf(body.docs ?? [])
  }

  #newName(): string {
    return `${this.#name} ${randomUUID()}`
  }

  async #try(
    act: Act,
    method: string,
    path: string,
    body?: object,
    more: Partial<Answered> = {},
    as = 0,
  ): Promise<void> {
    this.#say({ trying: act })
    const { body: answer, status } = await this.#send(method, path, body, as)
    const [error] = answer.errors ?? []
    const made = answer.doc?.id
    const what = method === 'POST' && !act.what?.includes(':') && made
    this.#say({
      answered: {
        ...act,
        ...more,
        ...(what && { what: `${act.what ?? 'files'}:${made}` }),
        status,
        code: error?.data?.code ?? error?.data?.errors?.[0]?.code,
        message: error?.message,
      },
    })
  }

  async #send(
    method: string,
    path: string,
    body?: object,
    as = 0,
  ): Promise<{ status: number; body: any }> {
    const isForm = body instanceof FormData
    const token = this.#tokens[as]
    const response = await this.#handle(
      new Request(`http://localhost/api${path}`, {
        method,
        headers: {
          ...(body && !isForm && { 'Content-Type': 'application/json' }),
          ...(token && { Authorization: `JWT ${token}` }),
        },
        body: isForm ? body : body && JSON.stringify(body),
      }),
    )
    return { status: response.status, body: await response.json() }
  }
}
