import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../../lib/cli/wayfelt.js', import.meta.url))

export type Ran = { code: number | null; out: string; err: string }

/** `wayfelt …` as a person starts it: a process of its own, with these settings and no other of ours. */
export function wayfelt(args: string[], settings: Record<string, string>): Promise<Ran> {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [BIN, ...args], { env: { NODE_ENV: 'test', PATH, HOME, ...settings } })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })
}
