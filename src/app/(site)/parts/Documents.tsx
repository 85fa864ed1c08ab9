import { formatPartialDate } from 'payload-safeguarding-reviews/client'

import type {
  DocumentEntry,
  FileEntry,
  FrameworkDocumentEntry,
  LeafletEntry,
} from '../pageContent.ts'
import { fileFacts, leafletKinds } from '../words.ts'
import { ChangeNotes } from './ChangeNotes.tsx'
import { Prose } from './Prose.tsx'

/** Leaflets, each with its kind and date. */
export const Leaflets = ({ leaflets, below }: { leaflets: LeafletEntry[]; below: number }) => (
  <ul className="documents">
    {leaflets.map((leaflet) => (
      <li key={leaflet.slug}>
        <Document
          below={below}
          document={leaflet}
          facts={[
            leaflet.kind && leafletKinds[leaflet.kind],
            leaflet.publishedOn && formatPartialDate(leaflet.publishedOn),
          ]}
        />
      </li>
    ))}
  </ul>
)

/** Framework documents, each with its edition. */
export const FrameworkDocuments = ({
  documents,
  below,
}: {
  documents: FrameworkDocumentEntry[]
  below: number
}) => (
  <ul className="documents">
    {documents.map((document) => (
      <li id={`document-${document.slug}`} key={document.slug}>
        <Document
          below={below}
          document={document}
          facts={[document.edition && `edition ${document.edition}`]}
        />
      </li>
    ))}
  </ul>
)

function Document({
  below,
  document,
  facts,
}: {
  below: number
  document: DocumentEntry
  facts: (false | string | null)[]
}) {
  const { body, changeNotes, file, link, summary, title } = document
  const known = facts.filter(Boolean).join(', ')
  return (
    <>
      <p>
        {file ? <FileLink file={file} name={title} /> : link ? <a href={link}>{title}</a> : title}
        {known && <span className="facts"> · {known}</span>}
      </p>
      <Prose below={below} text={summary} />
      <Prose below={below} text={body} />
      <ChangeNotes notes={changeNotes} />
    </>
  )
}

/** A link to a file that says what comes: its name, its kind and its size. */
export const FileLink = ({ file, name }: { file: FileEntry; name?: string }) => (
  <a href={file.url} hrefLang={file.language ?? undefined}>
    {name ?? file.title} {fileFacts(file)}
  </a>
)
