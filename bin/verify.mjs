#!/usr/bin/env node
/** Checks a publication’s certificate. One file that needs Node 20 and nothing else: copy it where you like. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { promises, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `Usage: verify CERTIFICATE [--key KEYS] [--head HEAD]… [--file REPORT.pdf]… [--online]
  --key     the publisher’s public keys (JSON, or one as PEM): a file, or where the publisher shows them
  --head    a head of the chain, or a list of them, that you or somebody else kept
  --file    a file that should be one of those published
  --online  compare with what the publisher’s site answers now; --site is its address, if none is given
Each line says ✓ (holds), ✗ (does not hold) or ? (cannot be told). Ends with 0 if there is no ✗, else 1.`

const sha256 = (data) => createHash('sha256').update(data).digest('hex')

/** JSON in the one form of RFC 8785. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null))}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).filter((name) => value[name] !== undefined)
  return `{${names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`
}

/** What readers get: whether something is null, empty or absent makes no difference to them. */
export function publicForm(value) {
  if (value === null || typeof value !== 'object') return value ?? undefined
  const entries = Object.entries(value)
    .map(([name, entry]) => [name, publicForm(entry)])
    .filter(([, entry]) => entry !== undefined)
  if (entries.length === 0) return undefined
  return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries)
}
const hashOfForm = (form) => sha256(canonical(publicForm({ ...form, updatedAt: null }) ?? {}))

function signature({ signature: { value, ...about }, ...content }, keys, say) {
  const key = keys.find(({ id }) => id === about.key)
  say(Boolean(key), `The key ${about.key} is the publisher’s${keys.length ? '' : ': give --key'}.`)
  const bytes = Buffer.from(canonical({ ...content, signature: about }))
  const isRight = key && verify(null, bytes, key.publicKey, Buffer.from(value, 'base64'))
  say(isRight && about.algorithm === 'Ed25519', 'It is as it was signed.')
  const [made, from, until] = [content.madeAt, key?.from, key?.until].map((it) => Date.parse(it))
  if (key)
    say(!(made < from || made > until), `The key was in use when it signed, at ${content.madeAt}.`)
}

/** Recomputes each hash from the publication’s first event to the head, and keeps them by their numbers. */
function chain(say, { events, head, links, publication: { reference } }, hashes) {
  const [ours, others] = [events.toReversed(), links.toReversed()]
  // A log that is older than the first event shows from its own beginning that there was none before.
  const isFirst = events[0].content?.kind === 'published'
  let previous = isFirst ? events[0].previous : '0'.repeat(64)
  for (let sequence = isFirst ? events[0].sequence : 1; sequence <= head.sequence; sequence += 1) {
    const event = ours.at(-1)?.sequence === sequence ? ours.pop() : undefined
    const { at, publication, ...link } = event ?? others.pop() ?? {}
    if (!at) return say(false, `Link ${sequence} is there.`)
    const content = event?.content ? sha256(canonical(event.content)) : event?.contentHash
    const covered = { at, content: content ?? link.content, previous, publication, sequence }
    const hash = sha256(canonical(covered))
    const isOwn = publication === reference
    const isRight = event ? isOwn && hash === event.hash && previous === event.previous : !isOwn
    const about = event?.content?.publication ?? reference
    if (!isRight || about !== reference) say(false, `Link ${sequence} is what it should be.`)
    if (sequence === head.sequence) say(at === head.at, `The head is of ${at}.`)
    hashes.set(sequence, (previous = hash))
  }
  say(
    ours.length + others.length === 0,
    `${hashes.size} links, ${events.length} its own, no others.`,
  )
  say(previous === head.hash, `They lead to the head of the chain, link ${head.sequence}.`)
}

function keptHead(kept, keys, say, { head, madeAt }, hashes) {
  signature(kept, keys, (holds, text) => holds || say(holds, `A kept head: ${text}`))
  for (const { at, hash, sequence } of kept.heads ?? [kept.head]) {
    const isCutOff = sequence > head.sequence && kept.madeAt < madeAt
    const isIn = hashes.has(sequence) ? hashes.get(sequence) === hash : isCutOff ? false : undefined
    say(isIn, `The head kept of ${at}, link ${sequence}, is in the chain.`)
  }
}

const gone = { deleted: 'unpublished', unpublished: 'unpublished' }
const stateAfter = { ...gone, published: 'public', reinstated: 'public', withdrawn: 'withdrawn' }
const was = { corrected: 'public', deleted: 'public', unpublished: 'public', withdrawn: 'public' }
const before = { ...was, published: 'unpublished', reinstated: 'withdrawn' }

/** Follows the publication through its events: was it public for as long as was promised? */
function history(say, { checks, events, files, publication }) {
  const { firstPublishedAt, protectedUntil, state: stateNow, timeZone } = publication
  const day = (at) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))
  const [acts, found] = [{ withdrawalAsked: {}, withdrawalApproved: {} }, []]
  let state, last
  for (const { at, content, sequence } of events) {
    if (!content) continue
    const { actor, detail, kind } = content
    const event = `Event ${sequence}, ${kind} on ${day(at)},`
    if (state && (before[kind] ?? state) !== state) say(false, `${event} was in order: ${state}.`)
    if (acts[kind]) acts[kind][detail.withdrawal] = actor
    if (kind === 'checked') found.push({ sequence, at, detail: detail ?? {} })
    const minutes = Math.abs(Date.parse(firstPublishedAt) - Date.parse(at)) / 60_000
    if (kind === 'published' && !last) say(minutes < 60, `It was first published on ${day(at)}.`)
    if (kind === 'withdrawn') {
      const [asked, approved = asked] = Object.values(acts).map((who) => who[detail.withdrawal])
      const isByTwo = Boolean(asked) && approved !== asked
      const how = isByTwo ? 'by two people' : 'in an emergency'
      say(isByTwo || detail.emergency === true, `${event} was decided ${how}.`)
    }
    if (gone[kind]) say(!(day(at) <= last?.protectedUntil), `${event} came after the promise.`)
    if (content.protectedUntil < last?.protectedUntil) say(false, `${event} keeps the promise.`)
    state = stateAfter[kind] ?? state ?? 'public'
    if (content.publicForm && kind !== 'checked') last = content
  }
  // Of something public at most a withdrawal that waits for its approval is not told.
  const untold = events.filter(({ content }) => !content).length
  const isHidden = untold > 1 && stateNow === 'public'
  if (untold) say(isHidden ? false : undefined, `What ${untold} of its events say is not told now.`)
  if (events[0].content?.kind !== 'published') say(undefined, 'The log knows the beginning.')
  say(state === stateNow, `It is ${stateNow}, as its events say.`)
  say(
    canonical(checks) === canonical(found),
    `It was checked ${found.length} times, as its events say.`,
  )
  if (stateNow === 'public') {
    const facts = files.map(({ file, sha256, size }) => ({ file, sha256, size }))
    say(publication.publicForm === last.publicForm, 'What readers get is what was recorded last.')
    const isSame = canonical(facts) === canonical(last.files ?? [])
    say(isSame, `Its ${facts.length} files are those recorded last.`)
    const promise = `It has been public since ${day(firstPublishedAt)}, and is promised until`
    say(protectedUntil === last.protectedUntil, `${promise} ${protectedUntil ?? 'no day'}.`)
  } else if (stateNow === 'withdrawn')
    say(Boolean(publication.withdrawal.notice), `A notice: “${publication.withdrawal.notice}”`)
}

/** Lines `{ holds, text }` on a certificate by itself; `holds` is undefined for what cannot be told. */
export function verifyCertificate(certificate, { heads = [], keys = [] } = {}) {
  const [lines, hashes] = [[], new Map()]
  const say = (holds, text) => void lines.push({ holds, text })
  const isKnown = certificate.format === 'safeguarding-publication-certificate/1'
  say(isKnown, `A certificate of ${certificate.publication?.reference}.`)
  const signed = () => signature(certificate, keys, say)
  const kept = heads.map((head) => () => keptHead(head, keys, say, certificate, hashes))
  for (const part of [signed, chain, history, ...kept])
    try {
      part(say, certificate, hashes)
    } catch {
      say(false, 'All that belongs into it is there, in its form.')
    }
  return lines
}

/** Public keys from a JSON document or a PEM, each under the id that follows from the key. */
export const readKeys = (text) =>
  (text.startsWith('{') ? JSON.parse(text).keys : [{ publicKey: text }]).map((key) => {
    const der = createPublicKey(key.publicKey).export({ type: 'spki', format: 'der' })
    return { ...key, id: sha256(der).slice(0, 32) }
  })

async function online({ files, issuer, publication }, site, say) {
  const get = (address) => fetch(new URL(address, site ?? issuer.url))
  const now = await get(publication.address)
  if (publication.state !== 'public') return say(now.status === 404, 'Readers do not get it now.')
  const isSame = now.ok && hashOfForm(await now.json()) === publication.publicForm
  say(isSame, `Readers get now what was certified (HTTP ${now.status}).`)
  for (const file of files) {
    const bytes = await (await get(file.address)).arrayBuffer()
    say(sha256(Buffer.from(bytes)) === file.sha256, `${file.file} is there now, unchanged.`)
  }
}

const [flag, text] = [{ type: 'boolean' }, { type: 'string' }]
const list = { ...text, multiple: true, default: [] }
const options = { file: list, head: list, help: flag, key: text, online: flag, site: text }

async function main() {
  const { positionals, values } = parseArgs({ options, allowPositionals: true })
  const [name = 'verify'] = positionals.slice(-1)
  if (name === 'verify' || values.help) process.exit(console.log(usage) ?? (values.help ? 0 : 1))
  const load = async (from) =>
    /^https?:/.test(from) ? (await fetch(from)).text() : promises.readFile(from, 'utf8')
  const certificate = JSON.parse(await load(name))
  const keys = values.key && readKeys((await load(values.key)).trim())
  const heads = await Promise.all(values.head.map(async (from) => JSON.parse(await load(from))))
  const lines = verifyCertificate(certificate, { heads, keys })
  const say = (holds, text) => void lines.push({ holds, text })
  for (const file of values.file) {
    const isKnown = JSON.stringify(certificate.events).includes(
      sha256(await promises.readFile(file)),
    )
    say(isKnown, `${file} is one of the files that were published.`)
  }
  if (values.online) await online(certificate, values.site, say)
  for (const { holds, text } of lines) console.log(holds ? '✓' : holds === false ? '✗' : '?', text)
  process.exitCode = lines.some(({ holds }) => holds === false) ? 1 : 0
  console.log(`The certificate ${process.exitCode ? 'does not hold' : 'holds'}.`)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main().catch(({ message }) => process.exit(console.error(message) ?? 1))
