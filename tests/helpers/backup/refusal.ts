/** The sentence with which something is refused; an error that is no such sentence is named. */
export const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'not refused',
    (error: unknown) => {
      const { message, name } = error as Error
      return /^(Backup|Database)Error$/.test(name) ? message : `${name}: ${message}`
    },
  )
