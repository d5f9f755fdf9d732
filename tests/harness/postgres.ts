import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { freePort } from './port'

export type Cluster = { url: string; stop(): Promise<void> }

/** A real Postgres in a temporary folder on a free port of 127.0.0.1. Tests do without fsync; measurements ask for it. */
export async function startPostgres({ durable = false } = {}): Promise<Cluster> {
  const bin = postgresBin()
  const folder = mkdtempSync(path.join(tmpdir(), 'wayfelt-postgres-'))
  const as = owner()
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = path.join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), initdb, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  // In the file and not on the command line, so that a test can change it with ALTER SYSTEM.
  appendFileSync(path.join(data, 'postgresql.conf'), settings(folder, durable))
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const child = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port)], { ...as, cwd: folder, stdio: 'ignore' })
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    if (await answers(url, child)) return { url, stop: () => stop(child, folder) }
    await stop(child, attempt < 3 ? undefined : folder)
    if (attempt === 3) throw new Error(`Postgres from ${bin} does not start.`)
  }
}

export function postgresBin(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(path.delimiter)]
  const found = folders.find((each) => existsSync(path.join(each, 'initdb')) && existsSync(path.join(each, 'postgres')))
  if (!found) throw new Error('These tests need a real Postgres, and none is here. Install it (Debian: apt-get install postgresql).')
  return found
}

const settings = (folder: string, durable: boolean) => `
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
max_connections = 200
${durable ? 'shared_buffers = 1GB\nmax_wal_size = 4GB' : 'fsync = off\nfull_page_writes = off'}
`

/** Postgres refuses to run as root; the Debian package brings the user postgres for that. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 20_000 && child.exitCode === null; waited += 100) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
    try {
      await sql`select 1`
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await sql.end()
    }
  }
  return false
}

async function stop(child: ChildProcess, folder: string | undefined) {
  if (child.exitCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGQUIT')
    await gone
  }
  if (folder) rmSync(folder, { recursive: true, force: true })
}
