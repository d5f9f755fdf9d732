import { sql } from 'drizzle-orm'
import type { Database } from './database'
import { rows } from './rows'

/** Refuses a server that says "committed" before the answer is on disk. */
export async function assertDurable({ db }: Database): Promise<void> {
  const [settings] = await rows<{ fsync: string; commit: string }>(
    db,
    sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  if (settings?.fsync !== 'on') throw new Error('The database runs with fsync = off: a power cut would lose answers. Turn fsync on.')
  if (settings.commit === 'off') {
    throw new Error('The database runs with synchronous_commit = off: a crash would lose acknowledged answers. Turn it on.')
  }
}

/** Refuses to start when row security would not hold: a role is missing, or it could step around the policies. */
export async function assertWalls({ db }: Database): Promise<void> {
  const found = await rows<{ name: string; passes: boolean }>(
    db,
    sql`
      select w.rolname as name,
        exists (
          select 1 from pg_roles r
          where pg_has_role(w.oid, r.oid, 'member')
            and (r.rolsuper or r.rolbypassrls
              or exists (select 1 from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')))
        ) as passes
      from pg_roles w
      where w.rolname in ('wayfelt_app', 'wayfelt_system')
      order by 1`,
  )
  for (const name of ['wayfelt_app', 'wayfelt_system']) {
    const role = found.find((each) => each.name === name)
    if (!role) throw new Error(`The database role ${name} is missing; it comes with the migrations.`)
    if (role.passes) throw new Error(`The database role ${name} could read past row security. It must own no table and bypass nothing.`)
  }
}
