/** Packs the package as npm would and checks the tarball: exports, types, and what is in it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'reviews-pack-'))
const run = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

try {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder])) as {
    filename: string
    files: { path: string }[]
  }[]
  const { filename, files } = packed[0]!
  const allowed =
    /^(bin\/verify\.mjs|dist\/(collections|hooks|seed|src\/(index|fileChecker|fileTasks|people|plugin|refuseLocalized|tablesOnly|task|tasks|adapter|admin|availability|evidence|exports|fileChecks|graphql|mail|options|seal))|schema\.graphql|package\.json|README\.md|CHANGELOG\.md|LICENSE)/
  const strangers = files.map((file) => file.path).filter((file) => !allowed.test(file))
  if (strangers.length)
    throw new Error(`The package must not hold these files:\n${strangers.join('\n')}`)

  const tarball = path.join(folder, filename)
  const types = ['--profile', 'esm-only', '--exclude-entrypoints', 'schema.graphql', '--', tarball]
  console.log(run('npx', ['publint', '--strict', tarball]))
  console.log(run('npx', ['attw', ...types]))
  console.log(`${files.length} files are in the package, and all belong there.`)
} finally {
  rmSync(folder, { force: true, recursive: true })
}
