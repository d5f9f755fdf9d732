import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export const median = (of: readonly number[]): number => {
  const sorted = [...of].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

export const percentile = (of: readonly number[], p: number): number => [...of].sort((a, b) => a - b)[Math.floor((of.length - 1) * p)] ?? Number.NaN

/** A process of ours with TypeScript in it; it says 'ready' when it can be used, and is ended by its own handle. */
export async function startProcess(name: string, args: string[], env: Record<string, string> = {}): Promise<ChildProcess> {
  const child = fork(here(name), args, { env: { ...process.env, ...env }, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)))
  })
  return child
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 12_000)
  await gone
  clearTimeout(late)
}

export type Window = { rate: number; p99: number; failed: number; example?: string }
type Order = { port: number; path: string; surveyId: string; connections: number; seconds: number; perSecond?: number }

/** One window of load from a process of its own. */
export async function loadWindow(order: Order): Promise<Window> {
  const child = fork(here('load.ts'), [], { execArgv: ['--import', 'tsx'] })
  const done = new Promise<Window>((resolve, reject) => {
    child.once('message', (window: Window) => resolve(window))
    child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)))
  })
  child.send(order)
  const window = await done
  child.kill()
  if (window.failed > 0) throw new Error(`${window.failed} requests failed: ${window.example}`)
  return window
}
