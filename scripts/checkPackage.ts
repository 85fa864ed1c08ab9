/** Packs the package as npm would and checks the tarball: exports, types, and what is in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { runUntilHeard } from './runUntilHeard.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'reviews-pack-'))
try {
  const packed = JSON.parse(
    await runUntilHeard('npm', ['pack', '--json', '--pack-destination', folder]),
  ) as {
    filename: string
    files: { path: string }[]
  }[]
  const { filename, files } = packed[0]!
  const allowed =
    /^(dist\/(collections|hooks|seed|src\/(index|plugin|tablesOnly|admin|exports|graphql|options))|schema\.graphql|package\.json|README\.md|CHANGELOG\.md|LICENSE)/
  const strangers = files.map((file) => file.path).filter((file) => !allowed.test(file))
  if (strangers.length)
    throw new Error(`The package must not hold these files:\n${strangers.join('\n')}`)

  const tarball = path.join(folder, filename)
  const types = ['--profile', 'esm-only', '--exclude-entrypoints', 'schema.graphql', '--', tarball]
  console.log(await runUntilHeard('npx', ['publint', '--strict', tarball]))
  console.log(await runUntilHeard('npx', ['attw', ...types]))
  console.log(`${files.length} files are in the package, and all belong there.`)
} finally {
  rmSync(folder, { force: true, recursive: true })
}
