import { translationNamespace } from '../../../hooks/errors.ts'
import { dashboard } from './dashboard.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { guidedStart } from './guidedStart.ts'
import { list } from './list.ts'
import { mail } from './mail.ts'
import { panel } from './panel.ts'

/**
 * Every sentence of the package's own parts of the admin and of its mails, in English, by the part that says it. They are handed
 * to Payload's translations (`safeguardingReviews:<part>:<name>`), so that a host can say them otherwise and
 * another language can follow. `_zero`, `_one` and `_other` at the end of a name are chosen by the value
 * `count`.
 */
export const words = { dashboard, files, findings, guidedStart, list, mail, panel }

type Part = keyof typeof words
type Name<Key> = Key extends `${infer Counted}_${'zero' | 'one' | 'other'}` ? Counted : Key
type Translate = (key: never, values?: Record<string, unknown>) => string

/** The sentences of one part, in the language of whoever reads them. */
export const wordsOf =
  <Of extends Part>(part: Of, t: Translate) =>
  (name: Name<keyof (typeof words)[Of] & string>, values?: Record<string, unknown>): string =>
    t(`${translationNamespace}:${part}:${name}` as never, values)
