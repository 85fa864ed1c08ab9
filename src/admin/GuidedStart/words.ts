import type { wordsOf } from '../words/index.ts'

export type Say = ReturnType<typeof wordsOf<'guidedStart'>>
