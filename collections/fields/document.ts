import type { Field } from 'payload'

import type { ContentSettings } from '../settings.ts'
import { richText, webAddress } from './shared.ts'

/** A titled document: the file, the link or the text by which readers get it. */
export const documentFields = (
  { slugs }: ContentSettings,
  kinds: Record<string, string>,
  thing: string,
): Field[] => [
  {
    name: 'title',
    label: 'Title',
    type: 'text',
    required: true,
    index: true,
    admin: { description: `The title that readers see in the list. Never a real name.` },
  },
  {
    name: 'kind',
    label: 'Kind',
    type: 'select',
    index: true,
    options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    admin: { description: `What kind of ${thing} it is.` },
  },
  richText('summary', 'Summary', 'What it is about, in a sentence or two.'),
  {
    name: 'file',
    label: 'File',
    type: 'upload',
    relationTo: slugs.files,
    admin: { description: `The ${thing} as a file. It becomes public with the ${thing}.` },
  },
  webAddress('link', 'Link', `Where the ${thing} is, if it is not a file here.`),
  richText('body', 'Text', `The ${thing} as text on the page, in place of a file or beside it.`),
]
