import { translationNamespace } from '../../../hooks/errors.ts'
import { Failure } from './api.ts'
import type { Fault } from './faults.ts'
import type { Say } from './words.ts'

type Translate = (key: never, values?: Record<string, unknown>) => string

/** A fault in words; a rule says what it says everywhere else. */
export const faultInWords = ({ says }: Fault, say: Say, t: Translate): string =>
  typeof says === 'string'
    ? say(says)
    : t(`${translationNamespace}:${says.code}` as never, says.values)

/** Why something did not work: the server's own sentence where it gave one. */
export const whyOf = (error: unknown, say: Say): string => {
  if (!(error instanceof Failure)) return say('unknown')
  return error.reason === 'refused' ? error.message : say(error.reason)
}
