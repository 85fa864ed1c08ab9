import * as cheerio from 'cheerio'
import { decodeBuffer } from 'encoding-sniffer'

/** What a text is written in where nothing says so: UTF-8, or what Windows programs save where it is not. */
function probableEncoding(data: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(data)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The text of a page, in the character set that its server or the page itself names. */
export function decodeText(data: Buffer, contentType = ''): string {
  const transportLayerEncodingLabel = /charset=["']?([\w-]+)/i.exec(contentType)?.[1]
  const text = decodeBuffer(data, {
    defaultEncoding: probableEncoding(data),
    ...(transportLayerEncodingLabel && { transportLayerEncodingLabel }),
  })
  return text.replace(/^\ufeff/, '')
}

/** Whether a text is markup: some sites and tools name their pages anything. */
export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body|<!--)/i.test(text) ||
  cheerio.load(text.slice(0, 20_000), null, false)('h1,h2,h3,p,li').length > 2
