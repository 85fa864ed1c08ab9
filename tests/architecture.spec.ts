import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

const sourcesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file))

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

interface Import {
  target: string
  /** Erased by the compiler. */
  isType: boolean
}

const statement = /^(?:import|export)( type)?\b(?:[^'"]*?\bfrom)? '([^']+)'|\bimport\('([^']+)'\)/gm

/** What a file imports: other files of the project as paths from its root, packages by their name. */
const importsOf = (file: string): Import[] =>
  [...withoutComments(text(file)).matchAll(statement)].map(([, type, fixed, dynamic]) => {
    const target = fixed ?? dynamic!
    return {
      target: target.startsWith('.') ? path.join(path.dirname(file), target) : target,
      isType: Boolean(type),
    }
  })

/** Each import of these files that matches, as `file imports target`. */
const importing = (files: string[], isForbidden: (target: string, file: string) => boolean) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => isForbidden(target, file))
      .map(({ target }) => `${file} imports ${target}`),
  )

const all = ['hooks', 'collections', 'seed', 'src'].flatMap(sourcesOf)

/** What the package holds: the files that its entries reach. */
const shipped = (() => {
  const { files } = JSON.parse(text('tsconfig.build.json')) as { files: string[] }
  const reached = new Set(files)
  for (const file of reached)
    for (const { target } of importsOf(file)) if (all.includes(target)) reached.add(target)
  return [...reached]
})()

describe('who may import whom', () => {
  const layers: [string, RegExp][] = [
    ['hooks/rules', /^(hooks\/(?!rules\/|settings\.ts)|collections|seed|src|tests)/],
    [
      'hooks/operations',
      /^(hooks\/(?!rules\/|operations\/|settings\.ts|errors\.ts)|collections|seed|src|tests)/,
    ],
    ['hooks', /^(collections|seed|src|tests)\//],
    ['collections', /^(seed|src|tests)\//],
  ]
  test.each(layers)('%s imports nothing that stands above it', (folder, above) => {
    expect(importing(sourcesOf(folder), (target) => above.test(target))).toEqual([])
  })

  test.each([
    ['seed but what sets up the app', /^seed\//, /^(seed|src\/exports|src\/server)\//],
    ['src/app', /^src\/app\//, /^src\/app\//],
    ['src/exports', /^src\/exports\//, /^src\/exports\//],
    ['src/server.ts', /^src\/server\.ts$/, /^$/],
  ])('nothing imports %s', (_, forbidden, itself) => {
    expect(importing(all, (target, file) => forbidden.test(target) && !itself.test(file))).toEqual(
      [],
    )
  })

  it('goes in no circle', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const { isType, target } of importsOf(file))
          if (!isType && all.includes(target)) visit(target, [...trail, file])
        done.add(file)
      }
    }
    for (const file of all) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('the rules are pure', () => {
  const rules = sourcesOf('hooks/rules')

  it('without Payload, database, files or network', () => {
    const forbidden = /^(payload|@payloadcms|pg|drizzle|node:)/
    expect(importing(rules, (target) => forbidden.test(target))).toEqual([])
  })

  it('without a clock', () => {
    const clock = /new Date\(\)|Date\.now|Temporal\.Now|performance\.now/
    expect(rules.filter((file) => clock.test(withoutComments(text(file))))).toEqual([])
  })
})

describe('what is shipped', () => {
  const { dependencies, peerDependencies } = JSON.parse(text('package.json')) as Record<
    string,
    Record<string, string> | undefined
  >
  const isInstalledWithIt = (target: string) => {
    const name = target
      .split('/')
      .slice(0, target.startsWith('@') ? 2 : 1)
      .join('/')
    return target.startsWith('node:') || name in { ...dependencies, ...peerDependencies }
  }

  it('imports neither tests nor the app’s generated types nor the app', () => {
    const forbidden = /^tests\/|payload-types|^@payload-config$|^payload-safeguarding-reviews/
    expect(importing(shipped, (target) => forbidden.test(target))).toEqual([])
  })

  it('imports no package that is there for development only', () => {
    const isPackage = (target: string) => !/^(hooks|collections|seed|src|tests)\//.test(target)
    expect(importing(shipped, (target) => isPackage(target) && !isInstalledWithIt(target))).toEqual(
      [],
    )
  })
})
