import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rows } from '#db/rows'
import { asSystem, asTenant } from '#db/scope'
import { onEachEngine } from '../harness/engines'

const here = '0190a000-0000-7000-8000-000000000001'
const who = sql`select current_user::text as role, current_setting('wayfelt.workspace', true) as workspace`

onEachEngine((_, open) => {
  test('a tenant transaction runs as the app inside one workspace, and leaves nothing behind', async () => {
    const { db } = await open()
    const owner = (await rows<{ role: string }>(db, who))[0]?.role
    expect(await asTenant(db, here, (tx) => rows(tx, who))).toEqual([{ role: 'wayfelt_app', workspace: here }])
    const [after] = await rows<{ role: string; workspace: string | null }>(db, who)
    expect(after?.role).toBe(owner)
    expect(after?.workspace || null).toBeNull()
  })

  test('the first statement is never quicker than the role, whichever way it is sent', async () => {
    const { db } = await open()
    for (let i = 0; i < 40; i++) {
      const nested = asTenant(db, here, (tx) => tx.transaction((inner) => rows(inner, who)))
      const direct = asTenant(db, here, (tx) => Promise.all([rows(tx, who), rows(tx, sql`${who} where ${i}::int >= 0`)]))
      const system = asSystem(db, (tx) => rows(tx, who))
      expect(await nested).toEqual([{ role: 'wayfelt_app', workspace: here }])
      expect((await direct).flat().map((row) => (row as { role: string }).role)).toEqual(['wayfelt_app', 'wayfelt_app'])
      expect(await system).toEqual([{ role: 'wayfelt_system', workspace: '' }])
    }
  })

  test('without its role a transaction does nothing', async () => {
    const { db } = await open()
    await db.execute(sql`create table mark (id int)`)
    const nowhere = async () => {
      throw new Error('run failed')
    }
    nowhere
    await expect(asTenant(db, 'not\u0000text', (tx) => rows(tx, sql`insert into mark values (1)`))).rejects.toThrow('set_config')
    await expect(asTenant(db, here, nowhere)).rejects.toThrow('run failed')
    expect(await rows(db, sql`select id from mark`)).toEqual([])
  })

  test('a statement without a workspace filter sees no foreign row', async () => {
    const { db } = await open()
    const there = '0190a000-0000-7000-8000-000000000002'
    await db.execute(sql`create table notes (workspace_id uuid, body text)`)
    await db.execute(sql`alter table notes enable row level security, force row level security`)
    await db.execute(sql`create policy tenant on notes to wayfelt_app using (workspace_id = wayfelt_workspace())`)
    await db.execute(sql`grant select, insert on notes to wayfelt_app`)
    for (const id of [here, there]) await asTenant(db, id, (tx) => tx.execute(sql`insert into notes values (${id}, ${id})`))
    expect(await asTenant(db, here, (tx) => rows(tx, sql`select body from notes`))).toEqual([{ body: here }])
    const foreign = asTenant(db, here, (tx) => tx.execute(sql`insert into notes values (${there}, 'x')`))
    await expect(foreign).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
