import path from 'node:path'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

import { withNodeCondition } from './scripts/nodeConditions.mjs'
import { plantFault } from './tests/model/faults/plant.ts'

// For the workers, and for whatever the tests start.
Object.assign(process.env, withNodeCondition(process.env))

const at = (file: string): string => path.resolve(import.meta.dirname, file)

/** The names under which a host imports the package, and the app its config; as in tsconfig.json. */
const alias = [
  { find: /^@payload-config$/, replacement: at('src/payload.config.ts') },
  // As Node resolves it for Payload; Vite would take the copy of the field `module`, another instance.
  { find: /^graphql$/, replacement: at('node_modules/graphql/index.js') },
  { find: /^payload-safeguarding-reviews$/, replacement: at('src/index.ts') },
  { find: /^payload-safeguarding-reviews\/(\w+)$/, replacement: at('src/exports/$1.ts') },
]

const project = (name: string) => ({
  resolve: { alias },
  test: {
    name,
    include: [`tests/${name}/**/*.spec.ts`],
    exclude: ['**/*.long.spec.ts'],
    environment: 'node' as const,
    // Loading Payload anew for each file took longer than many of the files.
    isolate: false,
  },
})

/** Where a day begins when London's does not: the unit tests run in each of them. */
const timeZones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']

const unitIn = (TZ: string) => {
  const unit = project('unit')
  const include = [...unit.test.include, 'tests/architecture.spec.ts']
  return { ...unit, test: { ...unit.test, include, name: `unit ${TZ}`, env: { TZ } } }
}

/** Those that take longest begin first, so that no worker waits for one of them at the end. */
const longest =
  /promise\.spec|evidence\.cli|database\.embedded|thousand|crashes|backup\.spec|seed\.cli/

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

const slow = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...timeZones.map(unitIn),
      {
        ...project('types'),
        test: {
          name: 'types',
          include: [],
          // `npm run typecheck` is there for all other files.
          typecheck: {
            enabled: true,
            only: true,
            include: ['tests/types/**/*.spec-d.ts'],
            ignoreSourceErrors: true,
          },
        },
      },
      {
        ...project('integration'),
        test: {
          ...project('integration').test,
          ...slow,
          include: ['integration', 'model', 'promise'].map(
            (folder) => `tests/${folder}/**/*.spec.ts`,
          ),
          globalSetup: 'tests/helpers/globalSetup.ts',
          // Payload takes a schema as pushed when the process has pushed the same before, to whichever database.
          env: { PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' },
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...project('browser'),
        test: {
          ...project('browser').test,
          ...slow,
          globalSetup: 'tests/helpers/browserSetup.ts',
          // One server and one browser at a time: both cores are busy with that.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...project('package'),
        test: {
          ...project('package').test,
          ...slow,
          globalSetup: 'tests/helpers/globalSetup.ts',
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve: { alias },
        plugins: [plantFault()],
        test: {
          ...slow,
          name: 'long',
          include: ['tests/**/*.long.spec.ts'],
          testTimeout: 900_000,
          globalSetup: 'tests/helpers/globalSetup.ts',
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
