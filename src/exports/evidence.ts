/**
 * Certificates and the verification of a whole database, for a host’s own programs, published as
 * `payload-safeguarding-reviews/evidence`.
 *
 * @example
 * import { getPayload } from 'payload'
 * import { certify, verify } from 'payload-safeguarding-reviews/evidence'
 *
 * const payload = await getPayload({ config })
 * const certificate = await certify(payload, 'reviews:12')
 * const { findings, holds } = await verify(payload)
 */
import type { Payload } from 'payload'

import type { Reference } from '../../hooks/rules/references.ts'
import type { Certificate } from '../evidence/certificate.ts'
import { verifyDatabase, type VerifyOptions } from '../evidence/database/index.ts'
import type { DatabaseReport } from '../evidence/database/report.ts'
import type { PublishedKey } from '../evidence/keys.ts'
import { rotateKey as rotate } from '../evidence/keys.ts'
import { makeCertificate } from '../evidence/makeCertificate.ts'
import type { Settings } from '../options/index.ts'

export type { Certificate, DatabaseReport, PublishedKey, Reference, VerifyOptions }

const settingsOf = ({ config }: Payload): Settings => config.custom?.safeguardingReviews as Settings

/** What the log proves of a publication, signed; undefined for what was never public. */
export const certify = (
  payload: Payload,
  publication: Reference,
): Promise<Certificate | undefined> => makeCertificate(payload, settingsOf(payload), publication)

/** Whether everything that the promise rests on agrees. */
export const verify = (payload: Payload, options?: VerifyOptions): Promise<DatabaseReport> =>
  verifyDatabase(payload, settingsOf(payload), options)

/** Makes a new key in the key file; answers all public keys, the new one first. */
export const rotateKey = async (payload: Payload): Promise<PublishedKey[]> =>
  (await rotate(settingsOf(payload).evidence)).published
