import { PDFDocument } from '@cantoo/pdf-lib'
import type { CollectionSlug, Payload } from 'payload'
import sharp from 'sharp'

/** Rich text with one paragraph for each argument, as the editor stores it. */
export const richText = (...paragraphs: (object | string)[]) => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: 'ltr' as const,
    children: paragraphs.map((content) =>
      typeof content === 'string'
        ? {
            type: 'paragraph',
            format: '' as const,
            indent: 0,
            version: 1,
            direction: 'ltr' as const,
            textFormat: 0,
            children: [
              {
                type: 'text',
                text: content,
                detail: 0,
                format: 0,
                mode: 'normal',
                style: '',
                version: 1,
              },
            ],
          }
        : content,
    ),
  },
})

/** A picture inside rich text. */
export const picture = (value: number | string, relationTo = 'files') => ({
  type: 'upload',
  format: '',
  version: 3,
  id: `picture${value}`,
  fields: null,
  relationTo,
  value,
})

export const review = (values: Record<string, unknown> = {}) => ({
  name: 'Alan',
  reviewType: 'LCSPR',
  reportAvailability: 'notStated',
  ...values,
})

export const leaflet = (values: Record<string, unknown> = {}) => ({
  title: 'Learning from Alan',
  kind: 'learningLeaflet',
  summary: richText('What was learned.'),
  ...values,
})

export const frameworkDocument = (values: Record<string, unknown> = {}) => ({
  title: 'Learning and Improvement Framework',
  kind: 'learningAndImprovementFramework',
  summary: richText('How the partnership learns.'),
  ...values,
})

export const theme = (values: Record<string, unknown> = {}) => ({
  name: 'neglect',
  facet: 'harm',
  ...values,
})

export const published = { _status: 'published' as const }

export async function pdf(text = 'A report'): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.setTitle(text)
  document.addPage().drawText(text)
  return Buffer.from(await document.save())
}

export const png = (width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()

export interface StoredFile {
  id: number
  filename: string
  title: string
  downloadName: string
  url: string
  sizes?: { thumbnail?: { filename?: string | null } }
}

/** A file as the editor uploads it; a small PDF unless other bytes are given. */
export async function storeFile(
  payload: Payload,
  {
    bytes,
    collection = 'files',
    mimetype = 'application/pdf',
    name = 'Report on Alan.pdf',
  }: {
    bytes?: Buffer
    collection?: string
    mimetype?: string
    name?: string
  } = {},
): Promise<StoredFile> {
  const data = bytes ?? (await pdf(name))
  return (await payload.create({
    collection: collection as CollectionSlug,
    data: {} as never,
    file: { data, mimetype, name, size: data.length },
  })) as unknown as StoredFile
}

/** The same through REST. */
export const uploadForm = (bytes: Buffer, name: string, type: string): FormData => {
  const form = new FormData()
  form.append('_payload', '{}')
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}
