/** Where the guided start is, below the address of the reviews in the admin. */
export const guidedStartPath = '/guided-start'

/**
 * By what the guided start knows again what it made: the same for all that one person prepares in one go,
 * however often it is sent.
 */
export const guidedStartKey = (attempt: string): string => `guided-start:${attempt}`

/** True for such a key, which holds nothing but letters and digits that a browser drew by chance. */
export const isGuidedStartKey = (key: unknown): key is string =>
  typeof key === 'string' && /^guided-start:[0-9a-f]{32}$/.test(key)
