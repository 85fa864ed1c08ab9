import { formatPartialDate } from 'payload-safeguarding-reviews/client'

import type { ChangeNote } from '../pageContent.ts'

/** What was corrected after publication, and when. */
export const ChangeNotes = ({ notes }: { notes: ChangeNote[] }) =>
  notes.length > 0 && (
    <ul className="change-notes">
      {notes.map(({ date, id, note }) => (
        <li key={id}>
          Changed{date && ` on ${formatPartialDate(date)}`}: {note}
        </li>
      ))}
    </ul>
  )
