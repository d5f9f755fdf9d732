import { parseArgs } from 'node:util'
import { leaveBar } from './bar'
import { type Command, say, Stop } from './command'

const COMMANDS: Record<string, { summary: string; load: () => Promise<{ command: Command }> }> = {
  start: { summary: 'start the server', load: () => import('./commands/start') },
  seed: { summary: 'make the demo workspace without starting the server', load: () => import('./commands/seed') },
  import: { summary: 'import answers from a CSV or JSON lines file', load: () => import('./commands/import') },
  export: { summary: "write a journey's responses as JSON lines or CSV", load: () => import('./commands/export') },
  key: { summary: 'make an API key', load: () => import('./commands/key') },
  verify: { summary: 'recount every answer and compare with the stored tallies', load: () => import('./commands/verify') },
  backup: { summary: 'write the embedded database to a file', load: () => import('./commands/backup') },
  restore: { summary: 'put a backup in place', load: () => import('./commands/restore') },
  rebuild: { summary: 'replace the tallies by a recount', load: () => import('./commands/rebuild') },
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  return `Usage: wayfelt <command> [flags]\n\n${lines.join('\n')}\n\nwayfelt <command> --help says more.`
}

async function run(args: string[]): Promise<void> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return void process.stdout.write(`${overview()}\n`)
  const found = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!found) throw new Stop(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(', ')}.`, 2)
  const { command } = await found.load()
  const { values, positionals } = parsed(name, command, rest)
  if (values.help) return void process.stdout.write(`Usage: wayfelt ${name} ${command.usage}\n\n${command.help}\n`)
  const [least, most] = command.words
  if (positionals.length < least || positionals.length > most) throw new Stop(`Usage: wayfelt ${name} ${command.usage}`, 2)
  await command.run(values, positionals)
}

function parsed(name: string, command: Command, args: string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const [sentence] = error instanceof Error ? error.message.split(/\. |\n/) : []
    throw new Stop(`${sentence}. wayfelt ${name} --help lists the flags.`, 2)
  }
}

/** Runs one command. Exit code 0, 1 for a failure, 2 when nothing was begun. */
export async function main(args: string[]): Promise<void> {
  try {
    await run(args)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    leaveBar()
    say(error.message)
    process.exitCode = error instanceof Stop ? error.exitCode : 1
  }
}
