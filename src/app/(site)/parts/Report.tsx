import type { ReviewEntry } from '../pageContent.ts'
import { reportSentence } from '../words.ts'
import { FileLink } from './Documents.tsx'

/** Whether the report can be had, why not, and where it is. */
export function Report({ review }: { review: ReviewEntry }) {
  const { name, reportFile, reportLink, reportReason, repositoryRecord, reviewer } = review
  const { accessionNumber, url: recordUrl } = repositoryRecord ?? {}
  return (
    <>
      <p>
        {reportSentence(review)} {reportReason}
      </p>
      {(reportFile || reportLink || recordUrl) && (
        <ul className="documents">
          {reportFile && (
            <li>
              <FileLink file={reportFile} name={reportFile.title || `${name}: report`} />
            </li>
          )}
          {reportLink && (
            <li>
              <a href={reportLink}>Read the report on {hostOf(reportLink)}</a>
            </li>
          )}
          {recordUrl && (
            <li>
              <a href={recordUrl}>Record in the national repository</a>
              {accessionNumber && ` (${accessionNumber})`}
            </li>
          )}
        </ul>
      )}
      {reviewer && <p className="facts">Reviewer: {reviewer}</p>}
    </>
  )
}

const hostOf = (address: string) => new URL(address).host.replace(/^www\./, '')
