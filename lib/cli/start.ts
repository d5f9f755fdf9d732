import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeLock } from '#db/embedded/lock'
import { appUrl, env } from '#lib/env'
import { errorWords } from '#lib/log'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = ['app', 'lib', 'db', 'package-lock.json', 'next.config.js', 'tsconfig.json']

function newest(at: string): number {
  const stat = statSync(at, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(at).map((name) => newest(path.join(at, name))))
}

/** Is there a build, and is it younger than everything that it was made from? */
function isBuilt(): boolean {
  const built = statSync(path.join(ROOT, '.next', 'BUILD_ID'), { throwIfNoEntry: false })
  return built !== undefined && SOURCES.every((source) => newest(path.join(ROOT, source)) <= built.mtimeMs)
}

function build(): Promise<void> {
  const next = path.join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${Buffer.concat(printed).toString()}`))))
  })
}

/** Says each step on stderr when it begins, and how long the one before took. */
function steps() {
  let last: { line: string; at: number } | undefined
  return (line: string | null) => {
    const now = performance.now()
    if (last) process.stderr.write(` ${((now - last.at) / 1000).toFixed(1)} s\n`)
    last = line === null ? undefined : { line, at: now }
    if (line !== null) process.stderr.write(`${line} …`)
  }
}

const BAD_FOLDER = new Set(['EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'ENOENT'])

/** What a person can do about a start that failed; a failure that nobody foresaw keeps its own words. */
function sentenceOf(error: unknown): string {
  const { code, message } = errorWords(error)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'No Postgres answers at the address in DATABASE_URL. Start it, or correct the address.'
  if (code && BAD_FOLDER.has(code)) return `The folder ${path.resolve(env().DATA_DIR)} cannot be used (${code}). Make it writable, or set DATA_DIR to another.`
  return message
}

/** `npm start`: build what is missing, then serve until told to stop. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const say = steps()
  try {
    // Building first would take the pages away from under a server that runs in this folder.
    const { DATABASE_URL, DATA_DIR } = env()
    if (!DATABASE_URL) takeLock(`${path.resolve(DATA_DIR, 'db')}.lock`)()
    if (!dev && !isBuilt()) {
      say('Building the pages, once')
      await build()
    }
    const { serve } = await import('../../server')
    const { prepareDemo } = await import('#lib/demo/prepare')
    await serve({ dev, say, prepareDemo: (url) => prepareDemo(url, say) })
    say(null)
    process.stdout.write(`Wayfelt is ready: ${appUrl()}\n`)
    if (existsSync(path.resolve(env().DATA_DIR, 'demo.json'))) process.stdout.write('Choose "Open the demo" on the sign-in page to look around.\n')
  } catch (error) {
    process.stderr.write(`\n${sentenceOf(error)}\n`)
    process.exit(1)
  }
}
