import type { Answers, Guide } from '../answers.ts'
import type { Completed } from '../proposals.ts'
import type { Field } from '../questions.ts'
import type { Say } from '../words.ts'

/** What each step draws itself from. */
export interface StepProps {
  answers: Completed
  asked: Field[]
  change: (part: Partial<Answers>) => void
  /** What is wrong at a question, once somebody tried to go on. */
  faultAt: (field: Field) => string | undefined
  guide: Guide
  say: Say
}

export interface FileStepProps extends StepProps {
  /** Where files are uploaded to. */
  address: string
  onBusy: (isBusy: boolean) => void
}
