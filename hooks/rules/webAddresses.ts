/** True for a whole address on the web, which is what readers can follow. */
export const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
