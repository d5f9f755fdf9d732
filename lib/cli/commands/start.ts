import type { Command } from '../command'
import { start } from '../start'

export const command: Command = {
  usage: '[--dev]',
  help: `Builds what is missing, makes secrets and a demo workspace at the first start, and serves on HOST:PORT (127.0.0.1:3000).

  --dev   serve without a build, with pages that follow the source`,
  options: { dev: { type: 'boolean' } },
  words: [0, 0],
  run: (values) => start({ dev: values.dev === true }),
}
