import { rm } from 'node:fs/promises'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { OPERATIONS } from '../app/api/openapi.json/operations'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { asSystem, asTenant } from '#db/scope'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import { send, submission } from './factory/client'
import { keyFor, useDatabase } from './factory/http'
import { isManagement, perform } from './factory/operations'
import { type Filled, fillWorkspace, fingerprint, tenantTables } from './factory/tenant'
import { makeWorkspace } from './factory/world'
import { onEachEngine } from './harness/engines'

// The settings are read when the first module asks, so the folder is named before any is loaded.
const folder = vi.hoisted(() => (process.env.DATA_DIR = `/tmp/wayfelt-tenancy-${process.pid}`))

const operations = OPERATIONS.filter(isManagement).map((operation) => [`${operation.method} ${operation.path}`, operation] as const)

onEachEngine((_, open) => {
  let database: Database
  let mine: Context
  let other: Context
  let filled: Filled

  async function begin(): Promise<void> {
    database = await open()
    useDatabase(database)
    mine = await makeWorkspace(database)
    other = await makeWorkspace(database)
    filled = await fillWorkspace(mine)
  }

  const marks = () => fingerprint(database.db, mine.workspaceId)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  describe('row security', () => {
    let tables: string[]
    beforeAll(async () => {
      await begin()
      tables = await tenantTables(database.db)
    })

    const all = (table: string) => sql`select count(*)::int as n from ${sql.identifier(table)}`
    const countIn = async (table: string, { workspaceId }: Pick<Context, 'workspaceId'>) =>
      (await asTenant(database.db, workspaceId, (tx) => rows<{ n: number }>(tx, all(table))))[0]?.n ?? 0

    it('stands before every table of a workspace', async () => {
      const walls = await rows<{ name: string }>(database.db, sql`
        select relname::text as name
        from pg_class
        where relrowsecurity and relforcerowsecurity and relkind = 'r'`)
      expect(tables.length).toBeGreaterThanOrEqual(19)
      expect(walls.map((wall) => wall.name)).toEqual(expect.arrayContaining(tables))
    })

    it('shows its own rows to a workspace and none of them to another, where no workspace is asked for', async () => {
      for (const table of tables) {
        // A table without a row proves nothing: fillWorkspace has to make one.
        expect([table, (await countIn(table, mine)) > 0]).toEqual([table, true])
        expect([table, await countIn(table, other)]).toEqual([table, 0])
      }
    })

    it('lets no workspace write, take or delete a row of another', async () => {
      const before = await marks()
      for (const table of tables) {
        const name = sql.identifier(table)
        const asOther = (statement: SQL) => asTenant(database.db, other.workspaceId, (tx) => tx.execute(statement))
        const [row] = await rows<{ text: string }>(database.db, sql`
          select row_to_json(t)::text as text
          from ${name} t
          where workspace_id = ${mine.workspaceId}
          limit 1`)
        const write = sql`insert into ${name} select * from json_populate_record(null::${name}, ${row?.text ?? ''}::json)`
        const refused = await asOther(write).then(() => null, (error: Error) => error)
        expect([table, String(refused?.cause ?? refused)]).toEqual([table, expect.stringContaining('row-level security')])
        await asOther(sql`update ${name} set workspace_id = ${other.workspaceId}`)
        await asOther(sql`delete from ${name}`)
      }
      expect(await marks()).toEqual(before)
    })

    it('shows no row at all where no workspace is named', async () => {
      const nameless = (table: string) =>
        asSystem(database.db, async (tx) => {
          await tx.execute(sql`select set_config('role', 'wayfelt_app', true)`)
          return rows<{ n: number }>(tx, all(table))
        })
      for (const table of tables) expect([table, await nameless(table)]).toEqual([table, [{ n: 0 }]])
    })

    it('lets the role of the directory see no answer', async () => {
      const open = ['members', 'survey_keys', 'outbox', 'jobs']
      for (const table of tables.filter((name) => !open.includes(name))) {
        const read = asSystem(database.db, (tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`))
        await expect(read, table).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } })
      }
    })
  })

  // Once as it is, and once with row security switched off: each wall has to hold alone.
  describe.each(['behind both walls', 'without row security'])('%s', (walls) => {
    beforeAll(async () => {
      await begin()
      if (walls === 'behind both walls') return
      for (const table of await tenantTables(database.db)) {
        await database.db.execute(sql`alter table ${sql.identifier(table)} disable row level security`)
      }
    })

    it.each(operations)('%s shows and changes nothing of another workspace', async (_, operation) => {
      const before = await marks()
      const { status, json } = await perform(operation, filled, { key: await keyFor(other) })
      if (operation.path.includes('{')) expect([status, json.code]).toEqual([404, 'not_found'])
      for (const own of Object.values(filled)) expect(JSON.stringify(json.data ?? '')).not.toContain(own)
      // What it made for itself on the way here is all that it may see.
      if (Array.isArray(json.data)) expect(json.data.filter((row: { key?: string }) => row.key !== 'new')).toEqual([])
      expect(await marks()).toEqual(before)
    })

    it('the client API takes and shows nothing of a survey under another workspace', async () => {
      const before = await marks()
      const asked = [
        ['GET', `surveys/${filled.survey}`, undefined],
        ['POST', 'responses', submission(filled.survey)],
        ['PUT', `responses/${filled.response}`, { revision: 1, data: { recommend: 0 } }],
        ['POST', 'events', { eventId: newId(), surveyId: filled.survey, kind: 'exposed' }],
      ] as const
      for (const [method, address, body] of asked) {
        const { status, json } = await send(other, method, address, body)
        expect([address, status, json.code]).toEqual([address, 404, 'not_found'])
      }
      expect(await marks()).toEqual(before)
      // Under its own workspace each of them is taken: it is the workspace that makes the difference.
      for (const [method, address, body] of asked) expect((await send(mine, method, address, body)).status).toBeLessThan(300)
    })
  })

  describe('a key', () => {
    beforeAll(begin)

    it.each(operations)('is needed for %s, and has to have its scope', async (_, operation) => {
      const wrong = await keyFor(mine, operation.scope === 'write' ? ['read'] : ['write'])
      const before = await marks()
      const nobody = await perform(operation, filled, {})
      expect([nobody.status, nobody.json.code, nobody.json.data]).toEqual([401, 'unauthorized', undefined])
      const unfit = await perform(operation, filled, { key: wrong })
      expect([unfit.status, unfit.json.code, unfit.json.data]).toEqual([403, 'forbidden', undefined])
      expect(await marks()).toEqual(before)
    })
  })
})
