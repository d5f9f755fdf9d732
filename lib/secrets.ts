import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const Secrets = z.object({ authSecret: z.string().min(32) })

export type Secrets = z.infer<typeof Secrets>

type Settings = { AUTH_SECRET?: string | undefined; DATABASE_URL?: string | undefined; DATA_DIR: string }

/** What signs sessions: as set, or, with the embedded engine, made once and kept beside the data. */
export function loadSecrets(settings: Settings): Secrets {
  const { AUTH_SECRET: given, DATABASE_URL: url, DATA_DIR: folder } = settings
  if (given && isWeak(given)) throw new Error('AUTH_SECRET is easy to guess. Make one with: openssl rand -base64 33')
  if (given) return { authSecret: given }
  if (url) throw new Error('DATABASE_URL is set, so AUTH_SECRET must be too. Make one with: openssl rand -base64 33')
  return keptSecrets(folder)
}

/** Few different characters, or one piece over and over. Random text of 32 characters has about twenty different ones. */
export const isWeak = (secret: string): boolean => secret.length < 32 || new Set(secret).size < 10 || /^(.{1,20}?)\1+.{0,19}$/.test(secret)

function keptSecrets(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = `${file}.${process.pid}`
  try {
    // Written aside and linked into place: whoever comes first wins, and nobody ever reads half a file.
    writeFileSync(own, JSON.stringify({ authSecret: randomBytes(33).toString('base64url') }), { mode: 0o600 })
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
}
