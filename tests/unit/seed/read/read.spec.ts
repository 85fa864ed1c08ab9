import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fetchAddress } from '../../../../seed/read/fetchAddress.ts'
import { readFiles } from '../../../../seed/read/readFiles.ts'
import { readSource } from '../../../../seed/read/readSource.ts'

let folder: string
let server: Server
let site: string

const pdf = '%PDF-1.4 a small report'
const answers: Record<string, [number, string, string | Buffer]> = {
  '/page': [200, 'text/html; charset=iso-8859-1', Buffer.from('<h1>Caf\xe9</h1>', 'latin1')],
  '/report.pdf': [200, 'application/pdf', pdf],
  '/gone.pdf': [404, 'text/html', 'gone'],
  '/fake.pdf': [200, 'text/html', '<h1>Please log in</h1>'],
  '/big': [200, 'text/html', Buffer.alloc(2 * 1024 * 1024, 'a')],
  '/image': [200, 'image/png', 'x'],
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reviews-read-'))
  await mkdir(path.join(folder, 'page/files'), { recursive: true })
  await writeFile(path.join(folder, 'page/files/the report.pdf'), pdf)
  await writeFile(path.join(folder, 'secret.pdf'), pdf)
  server = createServer((request, response) => {
    const [status, type, body] = answers[request.url!] ?? [500, 'text/plain', '']
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

async function save(name: string, data: Buffer | string) {
  const file = path.join(folder, 'page', name)
  await writeFile(file, data)
  return file
}

describe('reading a page', () => {
  it.each([
    ['case-reviews.txt', 'Plain text', 'text'],
    ['case-reviews.html', '<h1>Marked up</h1>', 'html'],
    ['case-reviews', '<!doctype html><h1>Marked up</h1>', 'html'],
  ])('knows what %s is', async (name, data, format) => {
    expect(await readSource(await save(name, data))).toMatchObject({ name, format, text: data })
  })

  it.each([
    ['UTF-8', Buffer.from('Café – ‘Alan’')],
    ['UTF-8 with a mark', Buffer.from('\ufeffCafé – ‘Alan’')],
    ['UTF-16', Buffer.from('\ufeffCafé – ‘Alan’', 'utf16le')],
    ['Windows-1252', Buffer.from('Caf\xe9 \x96 \x91Alan\x92', 'latin1')],
  ])('reads %s', async (_, data) => {
    expect((await readSource(await save('encoded.txt', data))).text).toBe('Café – ‘Alan’')
  })

  it('reads an address in the character set its server names', async () => {
    const address = `${site}/page`
    expect(await readSource(address)).toMatchObject({
      address,
      format: 'html',
      text: '<h1>Café</h1>',
    })
  })

  it('says in a sentence why a page cannot be had', async () => {
    await expect(readSource('/nowhere/page.html')).rejects.toThrow(/There is no file .*page\.html/)
    await expect(readSource(`${site}/gone.pdf`)).rejects.toThrow(/answered 404/)
    await expect(readSource(`${site}/image`)).rejects.toThrow(/no page but image\/png/)
    await expect(readSource('http://127.0.0.1:9/')).rejects.toThrow(/did not answer/)
    await expect(fetchAddress(`${site}/big`, 1)).rejects.toThrow(/larger than 1 MB/)
  })
})

describe('reading the files of a page', () => {
  const read = async (href: string, address?: string) => {
    const page = {
      name: 'p',
      format: 'html',
      text: '',
      folder: path.join(folder, 'page'),
      address,
    } as const
    return (await readFiles([{ href, words: 'the report', line: 1 }], page, () => {})).get(href)
  }

  it('takes what lies beside a saved page', async () => {
    expect(await read('files/the%20report.pdf?v=2')).toMatchObject({
      name: 'the report.pdf',
      mimeType: 'application/pdf',
    })
  })

  it('fetches what does not, by the address of the page', async () => {
    expect(await read('/report.pdf', `${site}/page`)).toMatchObject({ name: 'report.pdf' })
  })

  it.each([
    ['../secret.pdf', /address is known/],
    ['files/../../secret.pdf', /address is known/],
    ['..%2fsecret.pdf', /address is known/],
    ['files/%zz.pdf', /address is known/],
    ['missing.pdf', /address is known/],
  ])('reads nothing outside the page’s folder (%s)', async (href, reason) => {
    expect(await read(href)).toMatchObject({ failure: expect.stringMatching(reason) })
  })

  it.each([
    ['/gone.pdf', /answered 404/],
    ['/fake.pdf', /no PDF file/],
  ])('keeps the reason why %s could not be had', async (href, reason) => {
    expect(await read(href, `${site}/page`)).toMatchObject({
      failure: expect.stringMatching(reason),
    })
  })
})
