import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds db/migrations: above this file, or, when a bundler has moved this file, above the working directory. */
export function projectRoot(): string {
  for (const start of [here(), process.cwd()]) {
    for (let folder = start; folder !== path.dirname(folder); folder = path.dirname(folder)) {
      if (existsSync(path.join(folder, 'db', 'migrations', 'meta', '_journal.json'))) return folder
    }
  }
  throw new Error(`No db/migrations found above ${here()} or ${process.cwd()}.`)
}

export const migrationsFolder = (): string => path.join(projectRoot(), 'db', 'migrations')

function here(): string {
  try {
    return path.dirname(fileURLToPath(import.meta.url))
  } catch {
    return process.cwd()
  }
}
