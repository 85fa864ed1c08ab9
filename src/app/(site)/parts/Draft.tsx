import type { ReactNode } from 'react'

interface DraftProps {
  children: ReactNode
  /** Until when it is shown, in words. */
  until: string
  isDated: boolean
}

/** Around what is not public: says so before and after it, in words. */
export const Draft = ({ children, isDated, until }: DraftProps) => (
  <>
    <div className="draft-notice" role="note">
      <p>
        <strong>Draft – not public</strong>
      </p>
      <p>
        This is how readers would see it. Please do not pass it on. The link to it holds until{' '}
        {until}.{!isDated && ' The date of publication is added when it is published.'}
      </p>
    </div>
    {children}
    <p className="draft-notice">
      <strong>End of the draft – not public</strong>
    </p>
  </>
)
