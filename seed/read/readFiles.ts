import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

import { SeedError } from '../errors.ts'
import {
  type LinkedFile,
  type LinkedFiles,
  type PageLink,
  fullAddress,
} from '../normalise/links.ts'
import { fetchAddress } from './fetchAddress.ts'
import type { SourcePage } from './readSource.ts'

const fileMegabytes = 50

const mimeTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
}

/** How a file of each kind begins; an error page under a file's name does not. */
const beginnings: Record<string, string> = {
  '.pdf': '%PDF-',
  '.doc': '\xd0\xcf\x11\xe0',
  '.docx': 'PK\x03\x04',
  '.odt': 'PK\x03\x04',
}

function linkedFile(name: string, data: Buffer): LinkedFile {
  const ending = path.extname(name).toLowerCase()
  const beginning = beginnings[ending]
  if (!beginning || data.subarray(0, 1024).toString('latin1').indexOf(beginning) < 0) {
    throw new SeedError(`its contents are no ${ending.slice(1).toUpperCase()} file`)
  }
  const sha256 = createHash('sha256').update(data).digest('hex')
  return { name, mimeType: mimeTypes[ending]!, data, sha256 }
}

/** The path of a relative address, its escapes resolved if they are sound. */
function pathOf(href: string): string {
  const written = href.split(/[?#]/)[0]!
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}

const fileName = (href: string): string => path.posix.basename(pathOf(href))

/** The file beside a saved page, if it lies within the page's own folder. */
async function readBeside(folder: string, href: string): Promise<Buffer | undefined> {
  const file = await realpath(path.resolve(folder, pathOf(href))).catch(() => undefined)
  if (!file || path.relative(folder, file).startsWith('..')) return undefined
  const facts = await stat(file)
  if (!facts.isFile() || facts.size > fileMegabytes * 1024 * 1024) return undefined
  return readFile(file)
}

async function readLink({ href }: PageLink, page: SourcePage): Promise<LinkedFile> {
  const isRelative = !/^[a-z][a-z\d+.-]*:|^\/\//i.test(href)
  if (isRelative && page.folder) {
    const data = await readBeside(page.folder, href)
    if (data) return linkedFile(fileName(href), data)
  }
  const address = fullAddress(href, page.address)
  if (!address)
    throw new SeedError('it does not lie beside the saved page, and no address is known')
  const { data } = await fetchAddress(address, fileMegabytes)
  return linkedFile(fileName(href), data)
}

/** Fetches the files that a page links to, one after the other; a failure is kept as its sentence. */
export async function readFiles(
  links: PageLink[],
  page: SourcePage,
  log: (line: string) => void,
): Promise<LinkedFiles> {
  const files = new Map<string, LinkedFile | { failure: string }>()
  for (const link of links) {
    log(`Reading ${link.href}`)
    try {
      files.set(link.href, await readLink(link, page))
    } catch (error) {
      const failure = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
      files.set(link.href, { failure })
    }
  }
  return files
}
