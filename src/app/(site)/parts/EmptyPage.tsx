/** What a visitor of a new installation reads. */
export const EmptyPage = () => (
  <p>
    Nothing has been published here yet. Reviews and leaflets appear on this page as soon as an
    editor publishes them. If you are one, <a href="/admin">sign in</a> to begin.
  </p>
)
