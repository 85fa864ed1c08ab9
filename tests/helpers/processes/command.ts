import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A child process whose lines can be waited for. */
export class Command {
  readonly lines: string[] = []
  readonly child: ChildProcess
  readonly exited: Promise<number | NodeJS.Signals | null>

  constructor(script: string, args: string[], env: Record<string, string> = {}) {
    this.child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(import.meta.dirname, script), ...args],
      { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] },
    )
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line))
    }
    this.exited = new Promise((resolve) =>
      this.child.on('close', (code, signal) => resolve(signal ?? code)),
    )
  }

  /** The first line that matches, also one that was said before. */
  async said(pattern: RegExp): Promise<string> {
    let over = false
    void this.exited.then(() => (over = true))
    for (;;) {
      const line = this.lines.find((candidate) => pattern.test(candidate))
      if (line !== undefined) return line
      if (over) throw new Error(`Ended without saying ${pattern}:\n${this.lines.join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  /** Lets the command come to its end by itself. */
  async finish(): Promise<number | NodeJS.Signals | null> {
    this.child.stdin?.end()
    return this.exited
  }
}
