import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#db/migrate'
import { openDb } from '#db/open'
import { asSystem } from '#db/scope'
import { newId } from '#lib/ids'
import { wayfelt } from './run'

// One folder, its database closed between the commands: what a person has who never started the server.
let folder: string
const inFolder = (...args: string[]) => wayfelt(args, { DATA_DIR: path.join(folder, 'data') })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wayfelt-cli-'))
  const database = await openDb({ dataDir: path.join(folder, 'data', 'db') })
  await migrate(database)
  await asSystem(database.db, async (tx) => {
    for (const slug of ['one', 'two']) {
      await tx.execute(sql`
        insert into workspaces (id, slug, name, kind, created_at)
        values (${newId()}, ${slug}, ${slug}, 'team', now())`)
    }
  })
  await database.close()
  await writeFile(path.join(folder, 'a.csv'), 'id,at,stage,nps,text\n1,2026-01-05,Order,9,=1+1\n2,2026-01-05,Order,12,\n3,2026-01-06,Use,0,\n')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const importing = (...more: string[]) =>
  inFolder('import', path.join(folder, 'a.csv'), '--journey', 'shop', '--stage', 'stage', '--at', 'at', '--nps', 'nps', '--comment', 'text', '--id', 'id', ...more)

describe('wayfelt import without a server', () => {
  it.each([
    ['no such file', ['import', 'nowhere.csv', '--journey', 'a', '--stage', 'b', '--nps', 'c'], 'The file nowhere.csv cannot be read.'],
    ['no file at all', ['import', '--journey', 'a'], 'Usage: wayfelt import FILE'],
    ['an unknown flag', ['import', 'a.csv', '--answers', 'x'], "Unknown option '--answers'. wayfelt import --help lists the flags."],
    ['an unknown command', ['imports'], 'There is no command "imports".'],
  ])('ends with 2 and one sentence for %s', async (_, args, sentence) => {
    const { code, out, err } = await inFolder(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('ends with 2 before the first row for a wrong column, an unknown journey and an unnamed workspace', async () => {
    const column = await importing('--create', '--person', 'user', '--workspace', 'one')
    expect([column.code, column.err]).toEqual([2, '--person: Line 1: there is no column "user" for person. The file has: id, at, stage, nps, text.\n'])
    const journey = await importing('--workspace', 'one')
    expect([journey.code, journey.err]).toEqual([2, '--journey: There is no journey "shop". Use create to make it from this file.\n'])
    const workspace = await importing('--create')
    expect([workspace.code, workspace.err]).toEqual([2, 'Say which workspace with --workspace: one, two.\n'])
  })

  it('stores the rows, lists the others, and changes nothing the second time', async () => {
    const first = await importing('--create', '--workspace', 'one')
    expect([first.code, first.out]).toEqual([0, '3 rows: 2 accepted, 0 known, 0 changed, 0 empty, 1 rejected\n'])
    expect(first.err).toContain('line 3: rejected: Column "nps": "12" is not a whole number from 0 to 10 (nps).')
    const again = await importing('--workspace', 'one')
    expect([again.code, again.out]).toEqual([0, '3 rows: 0 accepted, 2 known, 0 changed, 0 empty, 1 rejected\n'])
    expect(await inFolder('verify')).toMatchObject({ code: 0, out: 'Journeys recounted: 1. No cell differs.\n' })
  })

  it('exports what came in, with formulas defused', async () => {
    const { code, out } = await inFolder('export', 'shop', '--format', 'csv', '--workspace', 'one')
    expect(code).toBe(0)
    const lines = out.split('\r\n')
    expect(lines[0]).toBe('id,occurred_at,stage,touchpoint,nps,csat,ces,sentiment,comment,channel,person,source,emotions,choice,choices,short,consent')
    expect(lines.slice(1, 3).map((line) => line.split(',').slice(1).join(',')).sort()).toEqual([
      "2026-01-05T00:00:00.000Z,order,order.overall,9,,,,'=1+1,,,import,,,,,",
      '2026-01-06T00:00:00.000Z,use,use.overall,0,,,,,,,import,,,,,',
    ])
  })

  it('can be backed up and restored into an empty folder, and never over another database', async () => {
    const file = path.join(folder, 'backup.tar.gz')
    expect(await inFolder('backup', file)).toMatchObject({ code: 0 })
    const elsewhere = { DATA_DIR: path.join(folder, 'new') }
    expect(await wayfelt(['restore', file], elsewhere)).toMatchObject({ code: 0 })
    expect((await wayfelt(['export', 'shop', '--workspace', 'one'], elsewhere)).out.trim().split('\n')).toHaveLength(2)
    expect(await wayfelt(['restore', file], elsewhere)).toMatchObject({ code: 2, err: expect.stringContaining('holds a database') })
  })

  it('is refused, with the owner named, while another process has the database', async () => {
    const database = await openDb({ dataDir: path.join(folder, 'data', 'db') })
    try {
      for (const args of [['verify'], ['backup', path.join(folder, 'b.tar.gz')]]) {
        expect(await inFolder(...args)).toMatchObject({ code: 1, err: expect.stringContaining(`pid ${process.pid}`) })
      }
    } finally {
      await database.close()
    }
  })

  it('makes an API key of the named workspace', async () => {
    const { code, out } = await inFolder('key', '--name', 'CI', '--scope', 'read', '--workspace', 'two')
    expect([code, out]).toEqual([0, expect.stringMatching(/^wf_live_[\w-]{54}\n$/)])
    expect(await inFolder('key', '--name', 'CI', '--scope', 'all')).toMatchObject({ code: 2, err: '--scope is read or write.\n' })
  })
})
