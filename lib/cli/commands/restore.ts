import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Command, Stop } from '../command'
import { alone, dataFolder, refusePostgres, tar } from '../folder'

export const command: Command = {
  usage: 'FILE.tar.gz',
  help: `Puts a backup into a data folder that has no database yet. A Postgres of your own is restored with pg_restore.`,
  options: {},
  words: [1, 1],
  async run(_, [file = '']) {
    refusePostgres('restore')
    const folder = dataFolder()
    if (!existsSync(file)) throw new Stop(`There is no file ${file}.`, 2)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await alone(async () => {
      if (existsSync(path.join(folder, 'db'))) {
        throw new Stop(`${folder} holds a database. Move it away first: a restore never overwrites one.`, 2)
      }
      const aside = await mkdtemp(path.join(folder, 'restore-'))
      try {
        await tar(['-xzf', path.resolve(file), '-C', aside])
        const parts = await readdir(aside)
        if (!parts.includes('db')) throw new Stop(`${file} is no backup of Wayfelt.`, 2)
        // The database comes last: while it is missing, nothing here looks restored.
        for (const part of [...parts.filter((one) => one !== 'db'), 'db']) {
          await rm(path.join(folder, part), { recursive: true, force: true })
          await rename(path.join(aside, part), path.join(folder, part))
        }
      } finally {
        await rm(aside, { recursive: true, force: true })
      }
    })
    process.stdout.write(`Restored into ${folder}\n`)
  },
}
