import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Command, Stop } from '../command'
import { alone, dataFolder, refusePostgres, tar } from '../folder'

// What a new machine needs; locks, half uploads and builds are not of it.
const PARTS = ['db', 'secrets.json', 'demo.json', 'imports']

export const command: Command = {
  usage: 'FILE.tar.gz',
  help: `Writes the embedded database with its secrets to a new file. Stop the server first: a copy of a database at work is none.
Keep the file as you keep a password. A Postgres of your own is backed up with pg_dump.`,
  options: {},
  words: [1, 1],
  async run(_, [file = '']) {
    refusePostgres('backup')
    const folder = dataFolder()
    if (!existsSync(path.join(folder, 'db'))) throw new Stop(`There is no database in ${folder}.`, 2)
    if (existsSync(file)) throw new Stop(`${file} is there already; name a new file.`, 2)
    await alone(async () => {
      const aside = `${path.resolve(file)}.part`
      try {
        await tar(['-czf', aside, '-C', folder, ...PARTS.filter((part) => existsSync(path.join(folder, part)))])
        await rename(aside, file)
      } finally {
        await rm(aside, { force: true })
      }
    })
    process.stdout.write(`Backed up to ${file}\n`)
  },
}
