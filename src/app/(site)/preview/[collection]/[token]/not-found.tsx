/** The same for every link that leads nowhere. */
export default function NotFoundPage() {
  return (
    <>
      <h1>There is no draft at this address</h1>
      <p>
        Or it is there no longer. Check that the link is complete, or ask whoever sent it to you for
        a new one.
      </p>
    </>
  )
}
