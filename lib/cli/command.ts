import type { ParseArgsConfig } from 'node:util'

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

export type Command = {
  /** What stands behind `wayfelt <name>`. */
  usage: string
  /** What it does, then a line a flag. */
  help: string
  options: NonNullable<ParseArgsConfig['options']>
  /** How many words besides flags, at least and at most. */
  words: readonly [number, number]
  run: (values: Values, words: string[]) => Promise<void>
}

/** Ends the command with a sentence on stderr: 2 when nothing was begun (usage, refused before the first row), else 1. */
export class Stop extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message)
    this.name = 'Stop'
  }
}

export const textOf = (values: Values, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

export const say = (line: string): void => void process.stderr.write(`${line}\n`)

export const WORKSPACE = { workspace: { type: 'string' } } as const
export const WORKSPACE_HELP = '  --workspace SLUG   which workspace, when no server runs (default: the demo, or the only one)'
