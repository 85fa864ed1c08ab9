'use client'

import { Button, useTranslation } from '@payloadcms/ui'

import { Files } from '../FileCheck/Files.client.tsx'
import { wordsOf } from '../words/index.ts'
import { Acts } from './Acts.client.tsx'
import { Differences } from './Differences.client.tsx'
import type { PanelApproval, PanelFacts } from './panel.ts'
import { Points } from './Points.client.tsx'
import { Preview } from './Preview.client.tsx'
import { PrivateNames } from './PrivateNames.client.tsx'
import { useFacts } from './useFacts.ts'
import type { Say } from './words.ts'

interface Props {
  /** The slug of what is submitted for approval. */
  approvals: string
  /** The slug of the checks of files. */
  fileChecks: string
  initially: PanelFacts
  label: string
  /** In which moments are told. */
  timeZone: string
}

export function Panel({ approvals, fileChecks, initially, label, timeZone }: Props) {
  const [facts, ask] = useFacts(initially)
  const { t } = useTranslation()
  const say = wordsOf('panel', t as never)
  const { differences, hasDraft, notice, obstacles, publishing, unpublishing, warnings } = facts
  const isStuck = hasDraft && obstacles.length === 0 && facts.acts.length === 0
  return (
    <section aria-label={label} className="field-type sr-panel">
      <p className="sr-state" role="status">
        {facts.state}
      </p>
      {hasDraft && obstacles.length === 0 && (
        <p className="sr-complete">{say('nothingInTheWay')}</p>
      )}
      <Points points={obstacles} title={say('obstacles')} />
      <Files collection={fileChecks} files={facts.files} onDone={ask} />
      <PrivateNames facts={facts.privateNames} onDone={ask} say={say} />
      <Points points={warnings} title={say('warnings')} />
      <Differences differences={differences} say={say} />
      {facts.mayPreview && <Preview say={say} timeZone={timeZone} />}
      <ApprovalSoFar approval={facts.approval} say={say} />
      {isStuck && !publishing.isAllowed && <p>{publishing.why}</p>}
      <Acts approvals={approvals} facts={facts} onDone={ask} say={say} />
      {notice && hasDraft && <p className="sr-notice">{notice}</p>}
      {unpublishing && !unpublishing.isAllowed && <p>{unpublishing.why}</p>}
      {facts.withdrawal && (
        <Button buttonStyle="secondary" el="link" margin={false} size="small" to={facts.withdrawal}>
          {say('askToWithdraw')}
        </Button>
      )}
    </section>
  )
}

function ApprovalSoFar({ approval, say }: { approval: PanelApproval | undefined; say: Say }) {
  if (!approval) return null
  return (
    <section>
      <h4>{say('approval')}</h4>
      {approval.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {approval.comments.length > 0 && (
        <ul className="sr-comments">
          {approval.comments.map(({ by, text, when }) => (
            <li key={`${by} ${when} ${text}`}>
              <p>{text}</p>
              <small>
                {by} · {when}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
