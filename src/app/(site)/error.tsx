'use client'

/** When the database does not answer. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <>
      <h1>This page cannot be shown at the moment</h1>
      <p>Nothing is lost. Please try again in a little while.</p>
      <p>
        <button onClick={reset} type="button">
          Try again
        </button>
      </p>
    </>
  )
}
