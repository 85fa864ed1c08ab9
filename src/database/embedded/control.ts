import { connect, createServer, type Server, type Socket } from 'node:net'
import path from 'node:path'

import type { Owner } from './lock.ts'

/**
 * The conversation between the database process and the commands that use it, one JSON line each way.
 * A command is a member as long as its connection lasts, so the kernel itself reports a killed one.
 */
type Request = { join: string } | { leave: true }
type Answer = { joined: true } | { refused: 'ending' | 'stranger' }

const ANSWER_TIMEOUT_MS = 60_000

const say = (socket: Socket, line: Answer | Request): boolean =>
  socket.write(`${JSON.stringify(line)}\n`)

/** Not `node:readline`, which throws the socket's errors a second time. */
function onLine(socket: Socket, listener: (line: string) => void): void {
  let rest = ''
  socket.setEncoding('utf8').on('data', (piece: string) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) listener(line)
  })
}

export const controlPath = (socketDir: string): string => path.join(socketDir, 'control')
export const postgresPath = (socketDir: string): string => path.join(socketDir, '.s.PGSQL.5432')

export class Members {
  readonly server: Server
  readonly #sockets = new Set<Socket>()
  readonly #token: string
  readonly #onEmpty: () => void
  #ready: () => void = () => {}
  readonly #opened = new Promise<void>((resolve) => (this.#ready = resolve))
  #ending = false

  constructor(token: string, onEmpty: () => void) {
    this.#token = token
    this.#onEmpty = onEmpty
    this.server = createServer((socket) => this.#receive(socket))
  }

  get count(): number {
    return this.#sockets.size
  }

  /** The database answers now: those who asked to join meanwhile get their answer too. */
  welcome(): void {
    this.#ready()
  }

  /** From now on nobody joins; those who come are sent away and try again once this process is gone. */
  refuse(): void {
    this.#ending = true
  }

  #receive(socket: Socket): void {
    socket.on('error', () => {})
    socket.on('close', () => this.#remove(socket))
    onLine(socket, (line) => {
      const request = JSON.parse(line) as Request
      if ('leave' in request) this.#leave(socket)
      else void this.#opened.then(() => this.#join(socket, request.join))
    })
  }

  #join(socket: Socket, token: string): void {
    if (socket.destroyed) return
    if (token !== this.#token) say(socket, { refused: 'stranger' })
    else if (this.#ending) say(socket, { refused: 'ending' })
    else {
      this.#sockets.add(socket)
      say(socket, { joined: true })
    }
  }

  /** The last one's connection stays open until the process ends: its close is the sign of that. */
  #leave(socket: Socket): void {
    if (this.count > 1) socket.end()
    this.#remove(socket)
  }

  #remove(socket: Socket): void {
    if (this.#sockets.delete(socket) && this.count === 0) this.#onEmpty()
  }
}

export type Membership = {
  leave: () => Promise<void>
  onLost: (listener: () => void) => void
}

/** Joins the owner's database; undefined when nobody answers there, or it is about to end. */
export async function join(owner: Owner): Promise<Membership | undefined> {
  if (!owner.socketDir) return undefined
  const socket = connect(controlPath(owner.socketDir))
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  const answer = await ask(socket, { join: owner.token }, closed)
  if (!answer || !('joined' in answer)) {
    socket.destroy()
    return undefined
  }
  // A membership alone does not keep a command running that has nothing left to do.
  socket.unref()
  let leaving = false
  return {
    leave: async () => {
      leaving = true
      socket.ref()
      say(socket, { leave: true })
      await closed
    },
    onLost: (listener) => void closed.then(() => leaving || listener()),
  }
}

function ask(socket: Socket, request: Request, closed: Promise<void>): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const timeout = setTimeout(() => resolve(undefined), ANSWER_TIMEOUT_MS)
    void closed.then(() => resolve(undefined)).finally(() => clearTimeout(timeout))
    onLine(socket, (line) => {
      clearTimeout(timeout)
      resolve(JSON.parse(line) as Answer)
    })
    socket.once('connect', () => say(socket, request))
  })
}
