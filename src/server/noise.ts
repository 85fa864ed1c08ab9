/** Next says how long its config took, on every start, through `console.log`; there is no switch for it. */
export async function withoutNoise<Result>(work: () => Promise<Result>): Promise<Result> {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}
