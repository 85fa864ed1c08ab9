import { Button } from '@payloadcms/ui'
import { createLocalReq, type ServerProps } from 'payload'

import { isStaff } from '../../../hooks/operations/people.ts'
import { guidedStartPath } from '../../../hooks/rules/guidedStart.ts'
import type { Settings } from '../../options/index.ts'
import { Styled } from '../Styled.tsx'
import { readFacts } from './facts/read.ts'
import { languageOf } from './language.ts'
import { Alone, Needs } from './Needs.tsx'
import { Protected } from './Protected.tsx'
import { Scheduled } from './Scheduled.tsx'
import { ThisYear } from './ThisYear.tsx'

/** What those who work in the admin find when they come: what waits for them, and what the public has. */
export async function Dashboard({ i18n, payload, user }: ServerProps) {
  const settings = payload.config.custom?.safeguardingReviews as Settings | undefined
  if (!settings || !user) return null
  const req = await createLocalReq({ user }, payload)
  if (!isStaff(req)) return null
  const facts = await readFacts(req, settings, new Date())
  const language = languageOf(i18n, payload, settings)
  const guidedStart = language.addressOf(settings.slugs.reviews) + guidedStartPath
  return (
    <div className="sr-dashboard">
      <Styled />
      {facts.viewer.mayDraft && (
        <div>
          <Button el="link" margin={false} to={guidedStart}>
            {language.say('publishReview')}
          </Button>
        </div>
      )}
      <Needs facts={facts} language={language} slugs={settings.slugs} />
      <Alone
        facts={facts}
        language={language}
        settings={settings}
        users={payload.config.admin.user}
      />
      <Protected facts={facts} language={language} slugs={settings.slugs} />
      <Scheduled facts={facts} language={language} timeZone={settings.timeZone} />
      <ThisYear language={language} year={facts.year} />
    </div>
  )
}
