import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readKeys, verifyCertificate } from '../../bin/verify.mjs'
import { rotateKey } from '../../src/evidence/keys.ts'
import { makeCertificate } from '../../src/evidence/makeCertificate.ts'
import { settingsFrom } from '../../src/options/index.ts'
import { leaflet, published, review } from '../helpers/content.ts'
import {
  type EvidenceWorld,
  secrets,
  serve,
  startEvidenceWorld,
  verifyOutside,
} from '../helpers/evidenceWorld.ts'
import { tamperedWith } from '../helpers/tampering.ts'

let world: EvidenceWorld
let id: number

const get = async (path: string) => (await world.app.rest('GET', path)).body
const keys = () => get('/safeguarding-reviews/keys')
const settings = () => world.app.payload.config.custom!.safeguardingReviews

beforeAll(async () => {
  world = await startEvidenceWorld()
  id = await world.publish('Alan')
  await world.app.payload.create({
    collection: 'leaflets',
    data: { ...leaflet(), ...published } as never,
  })
  await world.correct(id, 'Named the reviewer.')
})

afterAll(() => world.stop())

describe('a certificate', () => {
  it('holds outside: with the one file, a folder and nothing else', async () => {
    const { body: certificate, headers, status } = await world.certificate(`reviews:${id}`)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
    const { filename } = world.file
    const report = await world.app.rest('GET', `/files/file/${filename}`)
    const files = {
      'certificate.json': certificate,
      'keys.json': await keys(),
      'head.json': await get('/safeguarding-reviews/chain-head'),
      'heads.json': await get('/safeguarding-reviews/chain-heads'),
      'report.pdf': report.body,
      'other.pdf': 'something else',
    }
    const args = [
      'certificate.json',
      '--key',
      'keys.json',
      '--head',
      'head.json',
      '--head',
      'heads.json',
    ]
    const whole = await verifyOutside(files, ...args, '--file', 'report.pdf')
    expect(whole.output).not.toMatch(/^[✗?]/m)
    expect(whole).toMatchObject({
      code: 0,
      output: expect.stringMatching(/The certificate holds\.\n$/),
    })

    expect(await verifyOutside(files, 'verify', ...args, '--file', 'other.pdf')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^✗ other\.pdf/m),
    })
    expect(await verifyOutside(files, 'certificate.json')).toMatchObject({ code: 1 })
    expect(await verifyOutside(files, 'verify')).toMatchObject({ code: 1 })
    expect(await verifyOutside(files, 'nowhere.json')).toMatchObject({ code: 1 })
    expect(await verifyOutside(files, '--help')).toMatchObject({ code: 0 })
    const forged = { ...certificate, publication: { ...certificate.publication, name: 'Bella' } }
    expect(await verifyOutside({ ...files, 'certificate.json': forged }, ...args)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^✗ It is as it was signed/m),
    })
  })

  it('says what is certified, dates as far as they are known', async () => {
    const { body } = await world.certificate(`reviews:${id}`)
    expect(body).toMatchObject({
      issuer: { name: 'Example Partnership' },
      publication: { reference: `reviews:${id}`, slug: 'alan', name: 'Alan', state: 'public' },
      files: [
        { file: `files:${world.file.id}`, address: expect.stringContaining('/api/files/file/') },
      ],
    })
    expect(body.publication.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(body.events.map(({ content }: any) => content.kind)).toEqual([
      'published',
      'draftOverPublished',
      'corrected',
    ])
    expect(body.links.map(({ publication }: any) => publication)).toEqual([
      expect.stringMatching(/^leaflets:/),
    ])
    expect(Object.keys(body.links[0])).toEqual(['at', 'publication', 'content'])
  })

  it('does not hold when anything in it is altered', async () => {
    const { body } = await world.certificate(`reviews:${id}`)
    const known = readKeys(JSON.stringify(await keys()))
    const holds = (certificate: object) =>
      verifyCertificate(certificate, { keys: known }).every(({ holds }: any) => holds !== false)
    expect(holds(body)).toBe(true)
    const unfound = [...tamperedWith(body)].filter(({ value }) => holds(value as object))
    expect(unfound.map(({ name }) => name)).toEqual([])
  })

  it('is compared with what the site answers', async () => {
    const site = await serve(world.app)
    try {
      const { body } = await world.certificate(`reviews:${id}`)
      const here = (address: string) => address.replace('http://localhost:3000', site.url)
      const moved = {
        ...body,
        publication: { ...body.publication, address: here(body.publication.address) },
        files: body.files.map((file: any) => ({ ...file, address: here(file.address) })),
      }
      const { output } = await verifyOutside(
        { 'c.json': moved },
        'c.json',
        '--online',
        '--key',
        `${site.url}/api/safeguarding-reviews/keys`,
      )
      expect(output).toMatch(/^✓ Readers get now what was certified/m)
      expect(output).toMatch(/^✓ files:\d+ is there now, unchanged/m)
      expect(output).toMatch(/^✗ It is as it was signed/m)
    } finally {
      site.close()
    }
  })
})

describe('what nobody may learn from a certificate', () => {
  it('of a draft: the answer is that for nothing', async () => {
    const draft = await world.app.payload.create({
      collection: 'reviews',
      data: review() as never,
      draft: true,
    })
    const of = async (typed: number | string, as?: string) => {
      const { body, status } = await world.app.rest('GET', `/reviews/${typed}/certificate`, { as })
      return { body, status }
    }
    const nothing = await of(987_654)
    expect(nothing.status).toBe(404)
    for (const typed of [draft.id, 'alan', '99999999999999', "1'", '1.5', 'null'])
      expect(await of(typed)).toEqual(nothing)
    expect(await of(draft.id, world.app.editor)).toEqual(nothing)
  })

  it('of a withdrawal: not that it is asked for, nor why, nor by whom, nor what is gone', async () => {
    const child = await world.publish('Child Zebra')
    await world.correct(child, 'Took out the name of Zebedee.')
    const before = (await world.certificate(`reviews:${child}`)).body
    const withdrawal = await world.askToWithdraw(child)

    const asked = (await world.certificate(`reviews:${child}`)).body
    expect(asked.events).toHaveLength(before.events.length + 1)
    expect(asked.events.at(-1).content).toBeUndefined()
    const text = (certificate: object) => JSON.stringify(certificate)
    expect(text(asked)).not.toMatch(/withdraw/i)
    const known = readKeys(JSON.stringify(await keys()))
    const faults = (certificate: object) =>
      verifyCertificate(certificate, { keys: known }).filter(({ holds }: any) => holds === false)
    expect(faults(asked)).toEqual([])

    expect((await world.act(withdrawal, 'approve')).status).toBe(200)
    const withdrawn = await world.certificate(`reviews:${child}`)
    expect(withdrawn.status).toBe(200)
    expect(withdrawn.body.publication).toMatchObject({
      state: 'withdrawn',
      slug: 'child-zebra',
      withdrawal: { notice: 'This review was withdrawn.' },
    })
    expect(withdrawn.body.publication.name).toBeUndefined()
    expect(withdrawn.body.files).toEqual([])
    expect(text(withdrawn.body)).not.toMatch(/Child Zebra|Zebedee|What happened|\.pdf|courtOrder/)
    expect(faults(withdrawn.body)).toEqual([])

    for (const certificate of [before, asked, withdrawn.body])
      for (const secret of Object.values(secrets)) expect(text(certificate)).not.toContain(secret)

    await world.act(withdrawal, 'reinstate')
    const reinstated = (await world.certificate(`reviews:${child}`)).body
    expect(reinstated.publication).toMatchObject({ state: 'public', name: 'Child Zebra' })
    expect(faults(reinstated)).toEqual([])
  })
})

describe('the keys', () => {
  it('lie where only their owner reads them, and their public halves where everybody does', async () => {
    const { keyFile } = settings().evidence
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    const { privateKey } = JSON.parse(await readFile(keyFile, 'utf8'))
    const document = await keys()
    expect(document.keys).toHaveLength(1)
    expect(JSON.stringify(document)).not.toContain('PRIVATE')
    expect(privateKey).toContain('PRIVATE')
  })

  it('rotate, and what the one before signed still holds', async () => {
    const { body: old } = await world.certificate(`reviews:${id}`)
    await rotateKey(settings().evidence)
    const { body: fresh } = await world.certificate(`reviews:${id}`)
    expect(fresh.signature.key).not.toBe(old.signature.key)
    const known = readKeys(JSON.stringify(await keys()))
    expect(known).toMatchObject([{ until: null }, { until: expect.any(String) }])
    for (const certificate of [old, fresh])
      expect(
        verifyCertificate(certificate, { keys: known }).filter(({ holds }: any) => !holds),
      ).toEqual([])
  })

  it('are one where two processes need the first at once', async () => {
    const keyFile = path.join(path.dirname(settings().evidence.keyFile), 'twice.json')
    const two = await Promise.all(
      [1, 2].map(() =>
        makeCertificate(
          world.app.payload,
          { ...settings(), evidence: settingsFrom({ evidence: { keyFile } }).evidence },
          `reviews:${id}`,
        ),
      ),
    )
    expect(two[0]!.signature.key).toBe(two[1]!.signature.key)
  })

  it('may be the host’s own', async () => {
    const { keyFile } = settings().evidence
    const { privateKey } = JSON.parse(await readFile(keyFile, 'utf8'))
    const { evidence } = settingsFrom({ evidence: { privateKey } })
    const certificate = await makeCertificate(
      world.app.payload,
      { ...settings(), evidence },
      `reviews:${id}`,
    )
    expect(certificate!.signature.key).toBe((await keys()).keys[0].id)
    await expect(rotateKey(evidence)).rejects.toThrow('evidence.privateKey')
  })
})
