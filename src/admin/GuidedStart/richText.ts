const element = (type: string, children: object[], more: object = {}) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  ...more,
  children,
})

/** Plain text as the editor stores it, a paragraph for each line; null when there is none. */
export function richTextOf(text: string): object | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return null
  const paragraphs = lines.map((line) =>
    element(
      'paragraph',
      [
        {
          type: 'text',
          version: 1,
          text: line.trim(),
          format: 0,
          style: '',
          mode: 'normal',
          detail: 0,
        },
      ],
      { textFormat: 0, textStyle: '' },
    ),
  )
  return { root: element('root', paragraphs) }
}
