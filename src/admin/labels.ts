import type { PayloadRequest } from 'payload'

export type Label = (label: unknown, fallback: string) => string

/** A label as a host may write it: text, text by language, or a function of Payload's translation. */
export const labelIn =
  ({ i18n, t }: PayloadRequest): Label =>
  (label, fallback) => {
    if (typeof label === 'function') return String(label({ i18n, t }))
    if (typeof label === 'object' && label !== null)
      return String((label as Record<string, string>)[i18n.language] ?? Object.values(label)[0])
    return typeof label === 'string' ? label : fallback
  }
