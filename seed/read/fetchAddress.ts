import { SeedError } from '../errors.ts'

/** What came from an address. */
export interface Fetched {
  data: Buffer
  contentType: string
  /** Where the answer came from after redirects. */
  address: string
}

const userAgent =
  'payload-safeguarding-reviews seed (+https://www.npmjs.com/package/payload-safeguarding-reviews)'
const timeLimit = 30_000
const megabyte = 1024 * 1024

/** Fetches one address, with a limit of time and of size; throws a sentence when that fails. */
export async function fetchAddress(address: string, megabytes: number): Promise<Fetched> {
  const response = await fetch(address, {
    headers: { 'user-agent': userAgent },
    signal: AbortSignal.timeout(timeLimit),
  }).catch((error: unknown) => {
    throw new SeedError(`${address} did not answer: ${reasonOf(error)}.`)
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new SeedError(
      `${address} answered ${response.status} ${response.statusText}.`.replace(' .', '.'),
    )
  }
  return {
    data: await readLimited(response, address, megabytes),
    contentType: response.headers.get('content-type') ?? '',
    address: response.url || address,
  }
}

async function readLimited(
  response: Response,
  address: string,
  megabytes: number,
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength
      if (size > megabytes * megabyte) {
        throw new SeedError(`${address} is larger than ${megabytes} MB.`)
      }
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof SeedError) throw error
    throw new SeedError(`${address} broke off: ${reasonOf(error)}.`)
  }
  return Buffer.concat(parts)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${timeLimit / 1000} seconds`
  const cause = error.cause
  return cause instanceof Error && cause.message ? cause.message : error.message
}
