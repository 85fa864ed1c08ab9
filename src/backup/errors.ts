/** What the person who backs up or restores can put right, in one sentence that says how. */
export class BackupError extends Error {
  override name = 'BackupError'
}
