import {
  type JSXConvertersFunction,
  RichText as LexicalText,
} from '@payloadcms/richtext-lexical/react'
import type { RichText } from 'payload-safeguarding-reviews/types'
import type { ReactNode } from 'react'

import { fileFacts } from '../words.ts'

/** Formatted text. Its headings stand below the heading above it, without a gap, whatever the editor chose. */
export function Prose({ text, below }: { text: RichText | null; below: number }) {
  if (!text) return null
  return (
    <LexicalText
      className="prose"
      converters={converters(headingLevels(text, below))}
      data={text}
    />
  )
}

type HeadingTag = 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

/** `h2` and `h4` in a text below a heading of level 2 become `h3` and `h4`. */
function headingLevels(text: RichText, below: number): Map<string, HeadingTag> {
  const used = new Set<string>()
  for (const { tag, type } of text.root.children as { tag?: string; type: string }[])
    if (type === 'heading' && tag) used.add(tag)
  return new Map(
    [...used]
      .sort()
      .map((tag, index) => [tag, `h${Math.min(6, below + 1 + index)}` as HeadingTag] as const),
  )
}

const converters =
  (levels: Map<string, HeadingTag>): JSXConvertersFunction =>
  ({ defaultConverters }) => ({
    ...defaultConverters,
    heading: ({ node, nodesToJSX }) => {
      const Heading = levels.get(node.tag) ?? 'h6'
      return <Heading>{nodesToJSX({ nodes: node.children })}</Heading>
    },
    autolink: ({ node, nodesToJSX }) => (
      <Link href={node.fields.url}>{nodesToJSX({ nodes: node.children })}</Link>
    ),
    link: ({ node, nodesToJSX }) => (
      <Link
        href={node.fields.linkType === 'internal' ? addressOf(node.fields.doc) : node.fields.url}
      >
        {nodesToJSX({ nodes: node.children })}
      </Link>
    ),
    relationship: ({ node }) => <Link href={addressOf(node)}>{nameOf(node.value)}</Link>,
    upload: ({ node }) => <Upload file={node.value} />,
  })

/** Only addresses that lead somewhere harmless; otherwise the words stand without a link. */
function Link({ children, href }: { children: ReactNode; href?: string }) {
  const isSafe = href && /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href)
  return isSafe ? <a href={href}>{children}</a> : <>{children}</>
}

interface LinkedDocument {
  description?: string | null
  filesize?: number | null
  height?: number | null
  link?: string | null
  mimeType?: string | null
  name?: string | null
  slug?: string | null
  title?: string | null
  url?: string | null
  width?: number | null
}

/** A document inside a text is filled in only when the reader may see it; otherwise it is a bare id. */
const filledIn = (value: unknown): LinkedDocument | undefined =>
  typeof value === 'object' && value !== null ? value : undefined

/** Its file or its link, or where it stands on the public page. */
function addressOf(
  reference: { relationTo: string; value: unknown } | null | undefined,
): string | undefined {
  const { link, slug, url } = filledIn(reference?.value) ?? {}
  if (url || link) return url ?? link ?? undefined
  const anchors: Record<string, string> = {
    reviews: `/#${slug}`,
    'framework-documents': `/#document-${slug}`,
  }
  return slug ? anchors[reference!.relationTo] : undefined
}

const nameOf = (value: unknown) => filledIn(value)?.name ?? filledIn(value)?.title

function Upload({ file }: { file: unknown }) {
  const { description, filesize, height, mimeType, title, url, width } = filledIn(file) ?? {}
  if (!url) return null
  if (mimeType?.startsWith('image/'))
    return (
      // next/image would keep a copy that outlives the file's being public.
      <img
        alt={description ?? ''}
        height={height ?? undefined}
        loading="lazy"
        src={url}
        width={width ?? undefined}
      />
    )
  return (
    <p>
      <a href={url}>{title}</a> {fileFacts({ filesize, mimeType })}
    </p>
  )
}
