/** The words of rich text, a line for each of its blocks, whichever editor the host has. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  if ('text' in value) return String(value.text)
  if ('root' in value) return textOf(value.root)
  if (!('children' in value) || !Array.isArray(value.children)) return ''
  const isBlock = value.children.some(
    (child) => typeof child === 'object' && child !== null && 'children' in child,
  )
  return value.children
    .map(textOf)
    .filter(Boolean)
    .join(isBlock ? '\n' : '')
}
