/**
 * A command that uses the embedded database of a folder: writes a row and says so, again and again,
 * until its standard input ends. Started by specs that need real processes to start and to kill.
 */
import pg from 'pg'

import { openDatabase } from '../../../src/database/open.ts'

const [dataDir = '', name = ''] = process.argv.slice(2)
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

let ending = false
process.stdin.on('end', () => (ending = true)).resume()

const database = await openDatabase({
  dataDir,
  onLost: ({ message }) => say(message),
  onProgress: say,
})
say(`url ${database.url}`)
const client = new pg.Client({ connectionString: database.url })
client.on('error', () => process.exit(3))
await client.connect()
await client.query('create table if not exists written (name text, number int)')
for (let number = 1; !ending; number += 1) {
  await client.query('insert into written values ($1, $2)', [name, number])
  say(`written ${number}`)
}
await client.end()
await database.close()
say('closed')
