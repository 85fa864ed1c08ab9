import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { codeOf } from '../database/errors.ts'
import { type Settings, StartError } from './settings.ts'

/** Listens and returns the address to open in a browser. */
export async function listen(server: Server, { host, port }: Settings): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  }).catch((error: unknown) => {
    throw explain(error, host, port)
  })
  const address = server.address() as AddressInfo
  const shown = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${address.port}`
}

function explain(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `Port ${port} is taken: stop what listens there, or set PORT to another number.`,
      )
    case 'EACCES':
      return new StartError(
        `This user may not listen on port ${port}: set PORT to a number above 1023.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `HOST is "${host}", which is no address of this machine: leave it out, or set it to 0.0.0.0.`,
      )
    default:
      return error
  }
}
