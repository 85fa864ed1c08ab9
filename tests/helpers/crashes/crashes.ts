import { setTimeout as delay } from 'node:timers/promises'

import { Command } from '../processes/command.ts'
import type { Act, Answered } from './editor.ts'
import { Expected } from './expected.ts'
import type { Place } from './place.ts'
import { faultsOf, readStored } from './stored.ts'
import { verificationFaults } from './verified.ts'

type Line = {
  trying?: Act
  answered?: Answered
  ready?: true
  finished?: true
  lost?: string
}

/** The process of an editor; it waits, loaded, until it is let go. */
export class EditorProcess {
  readonly #command: Command
  #read = 0

  constructor({ dataDir, url }: Pick<Place, 'dataDir' | 'url'>, acts: number, name: string) {
    this.#command = new Command('editorCommand.ts', [String(acts), name], {
      DATA_DIR: dataDir,
      DATABASE_URL: url ?? '',
      NODE_ENV: 'production',
      PAYLOAD_SECRET: 'a secret for tests only',
    })
  }

  async start(): Promise<void> {
    await this.#command.said(/"loaded"/)
    this.#command.child.stdin!.write('go\n')
    await this.#command.said(/"ready"/)
  }

  /** Everything that it was answered, once it has done its acts. */
  async finished(): Promise<Answered[]> {
    await this.#command.said(/"finished"/)
    return this.newLines().flatMap(({ answered }) => answered ?? [])
  }

  /** What a reader sees through its app; it ends with that. */
  async publicView(): Promise<unknown> {
    this.#command.child.stdin!.write('view\n')
    const line = await this.#command.said(/"view"/)
    await this.#command.exited
    return JSON.parse(line)
  }

  /** What it said since it was asked last. */
  newLines(): Line[] {
    const { lines } = this.#command
    const news = lines.slice(this.#read)
    this.#read = lines.length
    return news.filter((line) => line.startsWith('{"')).map((line) => JSON.parse(line) as Line)
  }

  /** Waits until it was answered so many times more. */
  async works(acts: number): Promise<void> {
    const { lines } = this.#command
    const before = lines.length
    for (let tries = 0; tries < 2_400; tries += 1) {
      const answers = lines.slice(before).filter((line) => /^{"answered".*"status":[24]/.test(line))
      if (answers.length >= acts) return
      if (this.#command.child.exitCode !== null) break
      await delay(25)
    }
    throw new Error(`The editor does not go on:\n${lines.slice(-20).join('\n')}`)
  }

  /** Stands still, and so says nothing new, until it is continued. */
  async pause(): Promise<void> {
    this.#command.kill('SIGSTOP')
    await delay(100)
  }

  continue(): void {
    this.#command.kill('SIGCONT')
  }

  async kill(): Promise<void> {
    this.#command.kill('SIGKILL')
    await this.#command.exited
  }

  /** What went wrong in it, as its log says. */
  get log(): string {
    return this.#command.lines.filter((line) => !line.startsWith('{"')).join('\n')
  }

  get exited(): Promise<unknown> {
    return this.#command.exited
  }
}

export type Victim = 'app' | 'database'

export interface Outcome {
  kills: number
  acts: number
  acknowledged: number
  /** How often an act was refused, or failed with the database, by code or status. */
  refused: Record<string, number>
  faults: string[]
}

/** Lets an editor work, kills what is named at a random moment each time, and looks at what is left. */
export async function crash(place: Place, victims: Victim[]): Promise<Outcome> {
  const expected = new Expected()
  const outcome: Outcome = { kills: 0, acts: 0, acknowledged: 0, refused: {}, faults: [] }
  const create = () => new EditorProcess(place, 1_000_000, 'Editor')
  const endsWorker = (victim: Victim) => victim === 'app' || !place.survives
  let spare: EditorProcess | undefined = create()
  // Held all the time, so that an embedded one need not start anew for each app.
  let database = await place.open()
  let worker: EditorProcess | undefined
  const hear = (lines: Line[]): void => {
    for (const { answered, trying } of lines) {
      if (trying) expected.trying(trying)
      if (trying) outcome.acts += 1
      if (answered) expected.answered(answered)
      if (!answered) continue
      const refusal = answered.code ?? `HTTP ${answered.status}`
      if (answered.status < 300) outcome.acknowledged += 1
      else outcome.refused[refusal] = (outcome.refused[refusal] ?? 0) + 1
    }
  }
  try {
    for (const [index, victim] of victims.entries()) {
      if (!worker) {
        worker = spare!
        // The next one, if there is to be one, loads meanwhile what takes longest.
        spare = victims.slice(index, -1).some(endsWorker) ? create() : undefined
        await worker.start()
      }
      // In the middle of an act, whichever it is.
      await worker.works(1 + Math.floor(Math.random() * 6))
      await delay(Math.random() * 500)
      if (victim === 'app') await worker.kill()
      else await place.killDatabase()
      if (victim === 'database' && place.survives) {
        await place.restart()
        await worker.works(1)
        await worker.pause()
      } else await worker.exited
      hear(worker.newLines())
      expected.interrupted()
      outcome.kills += 1

      if (victim === 'database') database = await place.open()
      const stored = await readStored(database.url, place.dataDir)
      const found = [
        ...faultsOf(stored),
        ...expected.faults(stored),
        ...(await verificationFaults(database.url, place.dataDir)),
      ]
      outcome.faults.push(...found.map((fault) => `${victim} ${outcome.kills}: ${fault}`))
      expected.settle(stored)

      if (victim === 'database' && place.survives) worker.continue()
      else worker = undefined
    }
  } finally {
    await worker?.kill()
    await spare?.kill()
    await database.close()
  }
  return outcome
}
