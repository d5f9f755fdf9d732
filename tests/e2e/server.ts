import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type Demo = { url: string; email: string; password: string; apiKey: string; workspaceId: string; surveyId: string }
export type Started = { child: ChildProcess; printed: () => string; gone: Promise<number | null> }

export const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'wayfelt-e2e-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
export const demoOf = (folder: string): Demo => JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8'))

/** The command of `npm start`, as a process of its own with its own folder and port. */
export function startWayfelt(folder: string, port: number, more: Record<string, string> = {}): Started {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1', ...more }
  const child = spawn(process.execPath, ['lib/cli/wayfelt.js', 'start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, printed: () => text, gone: new Promise((resolve) => child.once('exit', (code) => resolve(code))) }
}

export async function untilReady(port: number, { child, printed }: Started): Promise<void> {
  for (let waited = 0; waited < 120_000 && child.exitCode === null; waited += 200) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then((r) => r.ok, () => false)
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The server did not become ready:\n${printed()}`)
}

export async function stopWayfelt({ child, gone }: Started): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  await gone
}
