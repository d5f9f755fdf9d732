import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

export type Owner = { pid: number; started: string | null; boot: string | null; id: string }

export class DatabaseInUse extends Error {
  constructor(
    readonly owner: Owner,
    file: string,
  ) {
    const who = owner.pid === process.pid ? `this very process (pid ${owner.pid})` : `the process with pid ${owner.pid}`
    super(`The database is in use by ${who}; it takes one owner at a time. Stop that process first. (${path.resolve(file)})`)
    this.name = 'DatabaseInUse'
  }
}

/**
 * Takes the lock file or throws DatabaseInUse; returns the release. A file appears only whole (written aside, then linked). A
 * dead owner's file is not removed: its follower first takes `<file>.<id of the dead>`, which only one can, and moves that over
 * the file. Whoever linked too late finds another id in the file, and starts again.
 */
export function takeLock(file: string): () => void {
  const me: Owner = { pid: process.pid, started: life(process.pid).started, boot: bootId(), id: randomUUID() }
  mkdirSync(path.dirname(file), { recursive: true })
  const aside = `${file}.${me.id}.new`
  writeWhole(aside, JSON.stringify(me))
  try {
    while (!tryTake(file, aside));
  } finally {
    rmSync(aside, { force: true })
  }
  return () => {
    if (read(file)?.id === me.id) rmSync(file, { force: true })
  }
}

function tryTake(file: string, aside: string): boolean {
  let place = file
  const dead: Owner[] = []
  while (!link(aside, place)) {
    const owner = read(place)
    if (!owner) return false
    if (isAlive(owner)) throw new DatabaseInUse(owner, file)
    dead.push(owner)
    place = `${file}.${owner.id}`
  }
  const [first, ...followers] = dead
  if (!first) return true
  if (read(file)?.id !== first.id) {
    rmSync(place, { force: true })
    return false
  }
  renameSync(place, file)
  // Followers that died half way have left their own places behind.
  for (const owner of [first, ...followers].slice(0, -1)) rmSync(`${file}.${owner.id}`, { force: true })
  return true
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string): Owner | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return JSON.parse(text) as Owner
  } catch {
    // Our files appear whole, so this one lost its bytes in a power cut: nobody can be alive behind it.
    return { pid: 0, started: null, boot: null, id: 'unreadable' }
  }
}

/** Alive means: same boot, the pid exists and is no zombie, and it began when the owner said. */
export function isAlive(owner: Owner): boolean {
  if (owner.pid <= 0) return false
  if (owner.boot !== null && bootId() !== null && owner.boot !== bootId()) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const now = life(owner.pid)
  if (now.state === 'Z' || now.state === 'X') return false
  return owner.started === null || now.started === null || owner.started === now.started
}

/** State and start time (fields 3 and 22 of /proc/<pid>/stat; the name before them may hold spaces), null elsewhere. */
function life(pid: number): { started: string | null; state?: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { started: fields[19] ?? null, state: fields[0] }
  } catch {
    return { started: null }
  }
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}

function writeWhole(file: string, text: string) {
  const fd = openSync(file, 'wx', 0o600)
  try {
    writeSync(fd, text)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
