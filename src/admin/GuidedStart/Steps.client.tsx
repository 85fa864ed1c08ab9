'use client'

import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'

import { wordsOf } from '../words/index.ts'
import type { Answers, Guide } from './answers.ts'
import { askAt, type Made } from './api.ts'
import { faultsOf, stepToShow } from './faults.ts'
import { StepList } from './parts/StepList.client.tsx'
import { isPrepared, prepareDrafts } from './prepare.ts'
import { type Completed, withProposals } from './proposals.ts'
import { type Field, questionsOf, type Step, stepsOf } from './questions.ts'
import { faultInWords, whyOf } from './sentences.ts'
import { FileStep } from './steps/FileStep.client.tsx'
import { LeafletStep } from './steps/LeafletStep.client.tsx'
import { ReportStep } from './steps/ReportStep.client.tsx'
import { ReviewStep } from './steps/ReviewStep.client.tsx'
import { SummaryStep } from './steps/SummaryStep.client.tsx'
import { useStep } from './useStep.ts'
import { useStored } from './useStored.ts'

export function Steps({ guide }: { guide: Guide }) {
  const [wanted, go] = useStep()
  const [stored, keep, forget] = useStored(guide, wanted !== '')
  const { config } = useConfig()
  const { t } = useTranslation()
  const say = wordsOf('guidedStart', t as never)
  const api = `${config.serverURL}${config.routes.api}`
  const ask = useMemo(() => askAt(api), [api])
  const answers = withProposals(stored.answers, guide, say)
  const step = stepToShow(wanted, answers, guide, isPrepared(stored, answers, guide))
  const steps = stepsOf(answers)
  const [triedAt, setTriedAt] = useState<Step>()
  const [problem, setProblem] = useState<string>()
  const [isUploading, setIsUploading] = useState(false)
  const [isPreparing, setIsPreparing] = useState(false)
  const underway = useRef(false)
  const form = useRef<HTMLFormElement>(null)

  const faults = faultsOf(step, answers, guide)
  const faultAt = (field: Field) => {
    const fault = triedAt === step && faults.find((each) => each.field === field)
    return fault ? faultInWords(fault, say, t as never) : undefined
  }
  const change = (part: Partial<Answers>) =>
    keep((before) => ({ ...before, answers: { ...before.answers, ...part } }))
  const isLast = step === steps.at(-2)

  const prepare = async () => {
    // A second click comes before the button is drawn as underway.
    if (underway.current) return
    underway.current = true
    setIsPreparing(true)
    setProblem(undefined)
    try {
      await prepareDrafts(ask, guide, stored, answers, keep)
      go('summary')
    } catch (error) {
      setProblem(say('notPrepared', { why: whyOf(error, say) }))
    } finally {
      underway.current = false
      setIsPreparing(false)
    }
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTriedAt(step)
    if (faults[0]) {
      form.current?.querySelector<HTMLElement>(`[name="${faults[0].field}"]`)?.focus()
      return
    }
    if (isLast) void prepare()
    else go(steps[steps.indexOf(step) + 1]!)
  }

  const props = { answers, asked: questionsOf(step, answers, guide), change, faultAt, guide, say }
  const fileProps = { address: `${api}/${guide.slugs.files}`, onBusy: setIsUploading, ...props }
  const before = steps[steps.indexOf(step) - 1]
  const isBusy = isPreparing || isUploading
  return (
    <>
      <StepList current={step} go={go} say={say} steps={steps} />
      <Heading step={step} text={headingOf(step, answers, say)} title={say('title')} />
      {step === 'review' && <p>{say('introduction')}</p>}
      <form className="sr-steps-form" noValidate onSubmit={onSubmit} ref={form}>
        {step === 'review' && <ReviewStep {...props} />}
        {step === 'report' && <ReportStep {...props} />}
        {step === 'file' && <FileStep {...fileProps} />}
        {step === 'leaflet' && <LeafletStep {...fileProps} />}
        {step === 'summary' && (
          <SummaryStep
            addressOf={(collection: string, { id }: Made) =>
              `${config.routes.admin}/collections/${collection}/${id}`
            }
            answers={answers}
            ask={ask}
            go={go}
            guide={guide}
            leaflet={stored.leaflet}
            review={stored.review!}
            say={say}
          />
        )}
        <div role="alert">
          {problem && step !== 'summary' && <p className="sr-fault">{problem}</p>}
        </div>
        {step !== 'summary' && (
          <div className="sr-acts">
            {before && (
              <Button
                buttonStyle="secondary"
                disabled={isBusy}
                margin={false}
                onClick={() => go(before)}
                size="large"
              >
                {say('back')}
              </Button>
            )}
            <Button disabled={isBusy} margin={false} size="large" type="submit">
              {say(isPreparing ? 'preparing' : isLast ? 'prepare' : 'continue')}
            </Button>
          </div>
        )}
      </form>
      {step !== 'summary' && <p className="sr-aside">{say('kept')}</p>}
      <details>
        <summary>{say('beginAgain')}</summary>
        <p>{say('forgetMeans')}</p>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => {
            forget()
            setTriedAt(undefined)
            go('review')
          }}
          size="medium"
        >
          {say('forget')}
        </Button>
      </details>
    </>
  )
}

const headings = {
  review: 'headingReview',
  report: 'headingReport',
  file: 'headingFile',
  leaflet: 'headingLeaflet',
  summary: 'headingSummary',
} as const satisfies Record<Step, string>

const headingOf = (
  step: Step,
  { choice }: Completed,
  say: ReturnType<typeof wordsOf<'guidedStart'>>,
) =>
  step === 'file' && choice === 'executiveSummary' ? say('headingFileSummary') : say(headings[step])

/** The question of a step, to which the focus goes when the step changes; the page is called by it, too. */
function Heading({ step, text, title }: { step: Step; text: string; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  useEffect(() => {
    const before = document.title
    const ours = `${text} – ${title}`
    document.title = ours
    // Unless the next page has said its own already.
    return () => void (document.title === ours && (document.title = before))
  }, [text, title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
    </h1>
  )
}
