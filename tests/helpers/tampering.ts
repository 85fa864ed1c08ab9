export interface Tampered<Value> {
  /** What was done, for example `events.0.hash changed`. */
  name: string
  value: Value
}

type Node = Record<string, unknown> | unknown[]

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The same place in a copy. */
const at = (copy: unknown, path: string[]): Node =>
  path.reduce((node, step) => (node as Record<string, unknown>)[step], copy) as Node

const changed = (value: unknown): unknown =>
  typeof value === 'number'
    ? value + 1
    : typeof value === 'boolean'
      ? !value
      : typeof value === 'string' && value.length > 1
        ? // The last letter may carry nothing, as in Base64; the first always does.
          (value.startsWith('b') ? 'c' : 'b') + value.slice(1)
        : 'changed'

/** Every way to change one thing: each member changed or deleted, each entry of a list deleted, doubled or swapped. */
export function* tamperedWith<Value>(
  value: Value,
  path: string[] = [],
): Generator<Tampered<Value>> {
  const where = path.join('.')
  const altered = (name: string, alter: (node: Node) => void): Tampered<Value> => {
    const copy = structuredClone(value)
    alter(at(copy, path))
    return { name: `${where} ${name}`.trim(), value: copy }
  }
  const node = at(value, path)
  for (const [step, entry] of Object.entries(node)) {
    if (Array.isArray(node)) {
      const index = Number(step)
      yield altered(`without ${step}`, (list) => void (list as unknown[]).splice(index, 1))
      yield altered(
        `${step} twice`,
        (list) => void (list as unknown[]).splice(index, 0, structuredClone(entry)),
      )
      if (index > 0)
        yield altered(`${step} swapped`, (list) => {
          const entries = list as unknown[]
          ;[entries[index - 1], entries[index]] = [entries[index], entries[index - 1]]
        })
    } else
      yield altered(
        `without ${step}`,
        (object) => void delete (object as Record<string, unknown>)[step],
      )
    if (isNode(entry)) yield* tamperedWith(value, [...path, step])
    else
      yield altered(`${step} changed`, (object) => {
        ;(object as Record<string, unknown>)[step] = changed(entry)
      })
  }
}
