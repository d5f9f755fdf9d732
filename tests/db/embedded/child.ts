import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export type Child = { process: ChildProcess; lines: AsyncIterator<string>; kill(): Promise<void> }

/** Another process that runs a script of this folder; its lines can be read one by one. */
export function start(script: string, ...args: string[]): Child {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const process_ = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]()
  const kill = async () => {
    if (process_.exitCode !== null || process_.signalCode !== null) return
    process_.kill('SIGKILL')
    await once(process_, 'exit')
  }
  return { process: process_, lines, kill }
}

/** A folder that goes away after the file's last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'wayfelt-embedded-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
