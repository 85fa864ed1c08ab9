'use client'

import { Button, Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { isChecking, progressInterval } from '../../FileCheck/told.ts'
import type { PanelFacts, Point } from '../../PublicationPanel/panel.ts'
import type { Ask, Made } from '../api.ts'
import type { Step } from '../questions.ts'
import { whyOf } from '../sentences.ts'
import { linesOf, nextOf } from '../summary.ts'
import type { StepProps } from './step.ts'

interface Props extends Pick<StepProps, 'answers' | 'guide' | 'say'> {
  /** The address of a draft in the admin. */
  addressOf: (collection: string, made: Made) => string
  ask: Ask
  go: (step: Step) => void
  leaflet: Made | undefined
  review: Made
}

/** What has been prepared, what still stands in the way, and where it goes on. */
export function SummaryStep({ addressOf, answers, ask, go, guide, leaflet, review, say }: Props) {
  const { slugs } = guide
  const ofReview = usePanel(ask, slugs.reviews, review)
  const ofLeaflet = usePanel(ask, slugs.leaflets, answers.leaflet === 'yes' ? leaflet : undefined)
  const { facts } = ofReview
  return (
    <>
      <section aria-labelledby="sr-prepared">
        <h2 id="sr-prepared">{say('prepared')}</h2>
        <dl className="sr-prepared">
          {linesOf(answers, guide, say).map(({ is, step, what }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{is}</dd>
              <dd>
                <button
                  aria-label={say('changeWhat', { what })}
                  className="sr-link"
                  onClick={() => go(step)}
                  type="button"
                >
                  {say('change')}
                </button>
              </dd>
            </div>
          ))}
        </dl>
        {leaflet && answers.leaflet !== 'yes' && <p>{say('leafletStays')}</p>}
      </section>
      <div role="status">
        {!facts && !ofReview.error && <p>{say('asking')}</p>}
        {facts?.obstacles.length === 0 && (
          <p>
            <span aria-hidden>✓</span> {say('nothingInTheWay')}
          </p>
        )}
      </div>
      {ofReview.error !== undefined && <p role="alert">{whyOf(ofReview.error, say)}</p>}
      <Points points={facts?.obstacles} title={say('reviewObstacles')} />
      <Points points={ofLeaflet.facts?.obstacles} title={say('leafletObstacles')} />
      <Points points={facts?.warnings} title={say('reviewWarnings')} />
      <section aria-labelledby="sr-next">
        <h2 id="sr-next">{say('next')}</h2>
        {facts && <p>{say(nextOf(facts))}</p>}
        {leaflet && (
          <p>
            {say('nextLeaflet')}{' '}
            <Link href={addressOf(slugs.leaflets, leaflet)} prefetch={false}>
              {say('openLeaflet')}
            </Link>
          </p>
        )}
        <Button el="link" margin={false} size="large" to={addressOf(slugs.reviews, review)}>
          {say('openReview')}
        </Button>
      </section>
    </>
  )
}

function Points({ points, title }: { points: Point[] | undefined; title: string }) {
  if (!points?.length) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="sr-left">
        {points.map(({ message, path }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  )
}

/** What the panel beside a draft tells; nothing while it is asked, or where there is no draft. */
function usePanel(ask: Ask, collection: string, made: Made | undefined) {
  const [told, setTold] = useState<{ error?: unknown; facts?: PanelFacts }>({})
  const id = made?.id
  useEffect(() => {
    if (id === undefined) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      try {
        const facts = (await ask('GET', `${collection}/${id}/panel`)) as PanelFacts
        if (isOver) return
        setTold({ facts })
        if (isChecking(facts)) timer = setTimeout(() => void read(), progressInterval)
      } catch (error) {
        if (!isOver) setTold({ error })
      }
    }
    void read()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [ask, collection, id])
  return told
}
