/** What the person who seeds can mend: one sentence says what happened and what to do. */
export class SeedError extends Error {
  override name = 'SeedError'
}
