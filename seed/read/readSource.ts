import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

import { SeedError } from '../errors.ts'
import type { PageText } from '../parse/index.ts'
import { decodeText, looksLikeHtml } from './decodeText.ts'
import { fetchAddress } from './fetchAddress.ts'

/** A page as it was read, with what is needed to find the files it links to. */
export interface SourcePage extends PageText {
  /** The file's name, or the address. */
  name: string
  /** The address at which the page is or was public. */
  address?: string
  /** Where a saved page lies; files saved beside it are found there. */
  folder?: string
}

export const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

const pageMegabytes = 10

/** Reads a page from an address or a file. `pageAddress` says where a saved page was public. */
export async function readSource(source: string, pageAddress?: string): Promise<SourcePage> {
  return isAddress(source) ? readAddress(source, pageAddress) : readSavedPage(source, pageAddress)
}

async function readAddress(source: string, pageAddress?: string): Promise<SourcePage> {
  const { data, contentType, address } = await fetchAddress(source, pageMegabytes)
  if (contentType && !/html|text\/plain/i.test(contentType)) {
    throw new SeedError(
      `${source} is no page but ${contentType}; give the page that lists the reviews.`,
    )
  }
  const isHtml = !/text\/plain/i.test(contentType)
  const text = decodeText(data, contentType)
  return {
    name: address,
    address: pageAddress ?? address,
    format: isHtml ? 'html' : 'text',
    text,
  }
}

async function readSavedPage(source: string, pageAddress?: string): Promise<SourcePage> {
  const file = path.resolve(source)
  const facts = await stat(file).catch(() => undefined)
  if (!facts?.isFile()) {
    throw new SeedError(
      `There is no file ${file}. Give a saved page or an address that begins with https://.`,
    )
  }
  if (facts.size > pageMegabytes * 1024 * 1024) {
    throw new SeedError(`${file} is larger than ${pageMegabytes} MB; that is no page.`)
  }
  const text = decodeText(await readFile(file))
  const isHtml = /\.x?html?$/i.test(file) || looksLikeHtml(text)
  return {
    name: path.basename(file),
    ...(pageAddress && { address: pageAddress }),
    folder: await realpath(path.dirname(file)),
    format: isHtml ? 'html' : 'text',
    text,
  }
}
