import { faults } from './faults.ts'

/** Makes the code wrong in the way that MODEL_FAULT names, before Vitest runs it; no file is changed. */
export function plantFault(name = process.env.MODEL_FAULT) {
  const fault = faults.find((each) => each.name === name)
  if (name && !fault) throw new Error(`There is no fault “${name}”.`)
  return {
    name: 'plant-fault',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | undefined {
      const file = id.split('?')[0]!
      const edits = fault?.edits?.filter((edit) => file.endsWith(`/${edit.file}`)) ?? []
      if (edits.length === 0) return undefined
      return edits.reduce((text, { find, replace }) => {
        if (text.split(find).length !== 2) throw new Error(`“${find}” is not once in ${file}.`)
        return text.replace(find, () => replace)
      }, code)
    },
  }
}
