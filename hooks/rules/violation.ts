import { type MessageCode, type MessageValues, sentence } from './messages.ts'

/** One thing that is not as it must be, at one field. Warnings have the same shape. */
export interface Violation {
  /** Dotted path of the field, for example `reportFile`. */
  path: string
  /** Stable code for programs; it never changes once published. */
  code: MessageCode
  /** The English sentence for people. */
  message: string
  /** What fills the placeholders when the sentence is translated. */
  values?: MessageValues
}

export const violation = (path: string, code: MessageCode, values?: MessageValues): Violation => ({
  path,
  code,
  message: sentence(code, values),
  ...(values && { values }),
})
