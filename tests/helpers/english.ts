import { translationNamespace } from '../../hooks/errors.ts'
import { words, wordsOf } from '../../src/admin/words/index.ts'

/** What a part of the admin says in English, its names and values put together as Payload does it. */
export const english = <Part extends keyof typeof words>(part: Part) =>
  wordsOf(part, ((key: string, values: Record<string, unknown> = {}) => {
    const name = key.replace(`${translationNamespace}:${part}:`, '')
    const known = words[part] as Record<string, string>
    const sentence = known[name] ?? known[`${name}_${values.count === 1 ? 'one' : 'other'}`]!
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value]))
  }) as never)
