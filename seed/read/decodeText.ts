import * as cheerio from 'cheerio'

/** The text of a page without markup: UTF-8, or what Windows programs save where it is not. */
export function decodePlainText(data: Uint8Array): string {
  const wide = data[0] === 0xff && data[1] === 0xfe
  if (wide) return new TextDecoder('utf-16le').decode(data)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    return new TextDecoder('windows-1252').decode(data)
  }
}

/** The text of an HTML page, by the character set that its server or the page itself names. */
export function decodeHtml(data: Buffer, contentType = ''): string {
  const named =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset=["']?([\w-]+)/i.exec(data.subarray(0, 4096).toString('latin1'))?.[1]
  try {
    return named ? new TextDecoder(named).decode(data) : decodePlainText(data)
  } catch {
    return decodePlainText(data)
  }
}

/** Whether a text is markup: some sites and tools name their pages anything. */
export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body|<!--)/i.test(text) ||
  cheerio.load(text.slice(0, 20_000), null, false)('h1,h2,h3,p,li').length > 2
