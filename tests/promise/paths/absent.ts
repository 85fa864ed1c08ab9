import type { Group, Path } from '../path.ts'

/** What other plugins would bring; with this one alone there is no such address. */
const absent: [string, string, number[], string][] = [
  ['search', 'An index for searching that shows or loses documents', [49, 50], '/search'],
  ['folders', 'Folders that any account may move documents into', [45], '/payload-folders'],
  ['imports', 'An import of whole tables', [51], '/imports'],
  ['exports', 'An export that any account may read', [52], '/exports'],
  ['redirects', 'Redirections that lead away from its address', [53], '/redirects'],
  ['copies', 'Copying one language over another', [43], '/copy-data-from-locale'],
]

export const notOffered: Group = {
  id: 'not-offered',
  title: 'What is not offered',
  paths: absent.map(([id, title, numbers, address]): Path => ({
    id: `no-${id}`,
    title,
    numbers,
    kinds: ['reviews'],
    expect: { refusedWith: 'HTTP 404' },
    tries: { REST: (_, world) => world.rest('POST', address, {}) },
  })),
}
