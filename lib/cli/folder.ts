import { spawn } from 'node:child_process'
import path from 'node:path'
import { takeLock } from '#db/embedded/lock'
import { env } from '#lib/env'
import { Stop } from './command'

export const dataFolder = (): string => path.resolve(env().DATA_DIR)

export function refusePostgres(verb: 'backup' | 'restore'): void {
  const tool = verb === 'backup' ? 'pg_dump --format=custom "$DATABASE_URL" > FILE' : 'pg_restore --clean --dbname "$DATABASE_URL" FILE'
  if (env().DATABASE_URL) throw new Stop(`This database is a Postgres of your own: use its tools, for example ${tool}.`, 2)
}

/** Runs while nobody else has the database open: as its owner, so that no server can start meanwhile. */
export async function alone<T>(run: () => Promise<T>): Promise<T> {
  const release = takeLock(path.join(dataFolder(), 'db.lock'))
  try {
    return await run()
  } finally {
    release()
  }
}

/** The machine's own tar; Node has none. */
export function tar(args: string[]): Promise<void> {
  const child = spawn('tar', args, { stdio: ['ignore', 'inherit', 'pipe'] })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Stop('This command needs the program tar, which was not found.')))
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Stop(`tar failed: ${Buffer.concat(said).toString().trim()}`))))
  })
}
