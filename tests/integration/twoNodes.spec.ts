import { mkdtemp, cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, inject, test } from 'vitest'

import { openDatabase } from '../../src/database/open.ts'
import { EditorProcess } from '../helpers/crashes/crashes.ts'
import type { Answered } from '../helpers/crashes/editor.ts'
import { faultsOf, readStored, type Stored } from '../helpers/crashes/stored.ts'
import { createTestDatabase } from '../helpers/database.ts'

/** What each act that was answered with success leaves in the log. */
const recordedAs: Record<string, string[]> = {
  publish: ['published', 'corrected'],
  correct: ['published', 'corrected'],
  ask: ['withdrawalAsked'],
  approve: ['withdrawalApproved'],
  decline: ['withdrawalDeclined'],
  reinstate: ['reinstated'],
}

/** Of each kind: how often it was acknowledged, and how often the log has it. */
function counted(answers: Answered[], { events }: Stored, what: string): Record<string, number[]> {
  const counts: Record<string, number[]> = {}
  for (const [act, kinds] of Object.entries(recordedAs)) {
    const count = (counts[kinds.join()] ??= [0, 0])
    count[0]! += answers.filter((answer) => answer.what === what && answer.act === act).length
    count[1] = events.filter(
      ({ kind, publication }) => publication === what && kinds.includes(kind),
    ).length
  }
  return counts
}

async function twoNodes() {
  const templates = inject('templates')
  if (templates.kind === 'server') {
    const { dataDir, drop, url } = await createTestDatabase()
    return { dataDir, url, drop }
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-nodes-'))
  await cp(templates.migrated, dataDir, { recursive: true })
  const { close, url } = await openDatabase({ dataDir })
  const drop = async () => {
    await close()
    await rm(dataDir, { force: true, recursive: true })
  }
  return { dataDir, url, drop, isEmbedded: true }
}

test('two apps on one database and one folder: one chain, one view, nothing lost', async () => {
  const { dataDir, drop, isEmbedded, url } = await twoNodes()
  const place = isEmbedded ? { dataDir } : { dataDir, url }
  const nodes = ['One', 'Other'].map((name) => new EditorProcess(place, 40, name))
  try {
    // One after the other, so that only one makes the accounts.
    for (const node of nodes) await node.start()
    const answers = (await Promise.all(nodes.map((node) => node.finished()))).flat()
    const [one, other] = await Promise.all(nodes.map((node) => node.publicView()))

    const logs = nodes.map(({ log }) => log).join('\n')
    expect(logs).not.toContain('deadlock detected')
    expect(
      answers.filter(({ status }) => status >= 500),
      logs,
    ).toEqual([])
    const stored = await readStored(url, dataDir)
    expect(faultsOf(stored)).toEqual([])
    expect(one).toEqual(other)

    const done = answers.filter(({ status }) => status < 300)
    for (const what of new Set(done.map(({ what }) => what!))) {
      const counts = counted(done, stored, what)
      for (const [kinds, [told, recorded]] of Object.entries(counts))
        expect(recorded, `${what}: ${kinds}`).toBe(told)
    }
    expect(done.length).toBeGreaterThan(20)
  } finally {
    for (const node of nodes) await node.kill()
    await drop()
  }
}, 300_000)
