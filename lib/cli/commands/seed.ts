import { appUrl } from '#lib/env'
import { closeRuntime, runtime } from '#lib/runtime'
import { env } from '#lib/env'
import { type Command, say, Stop } from '../command'

export const command: Command = {
  usage: '',
  help: `Makes the database and the demo workspace with generated answers, as a first start does, and ends.
With DATABASE_URL only where WAYFELT_DEMO=on asks for it.`,
  options: {},
  words: [0, 0],
  async run() {
    const { WAYFELT_DEMO, DATABASE_URL } = env()
    if (WAYFELT_DEMO === 'off' || (DATABASE_URL && WAYFELT_DEMO !== 'on')) {
      throw new Stop('There is no demo with these settings. Set WAYFELT_DEMO=on to have one.', 2)
    }
    const { prepareDemo } = await import('#lib/demo/prepare')
    try {
      await runtime()
      await prepareDemo(appUrl(), say)
    } finally {
      await closeRuntime().catch(() => undefined)
    }
    process.stdout.write('The demo workspace is there.\n')
  },
}
