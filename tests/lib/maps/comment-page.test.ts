import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '#db/open'
import { inWorkspace } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { onEachEngine } from '../../harness/engines'
import { contextOf, makeJourney, type Place } from './factory'

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => void (db = (await open()).db))

  /** Responses 1..n, the later the newer; response g has the comments that `where` names for it: [touchpoint, question] or null. */
  const write = ({ workspaceId, journeyId }: Place, n: number, where: string, body: string, day = `'2026-03-01'::date`) =>
    inWorkspace(contextOf(db, workspaceId), async (tx) => {
      const id = sql.raw(`('01900000-0000-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid`)
      await tx.execute(sql`
        insert into responses (workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision,
          touchpoint_key, source, finished, scoring, day, occurred_at, received_at)
        select ${workspaceId}::uuid, ${id}, ${journeyId}::uuid, 1, ${journeyId}::uuid, 1, ${id}, 0, 'a', 'survey', true, 1, ${sql.raw(day)}, now(), now()
        from generate_series(1, ${n}::int) g`)
      await tx.execute(sql`
        insert into answers (workspace_id, response_id, question_id, journey_id, touchpoint_key, instrument, body, day)
        select ${workspaceId}::uuid, ${id}, place[2], ${journeyId}::uuid, place[1], 'comment', ${sql.raw(body)}, ${sql.raw(day)}
        from generate_series(1, ${n}::int) g
        cross join lateral (values ${sql.raw(where)}) as p(place)
        where place is not null`)
    })

  async function pages(place: Place, input: object) {
    const found: string[][] = []
    let cursor: string | undefined
    do {
      const page = await listComments(contextOf(db, place.workspaceId), { journey: 'shop', ...input, ...(cursor ? { cursor } : {}) })
      found.push(page.comments.map((c) => c.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return found
  }

  test('page by page every comment comes once, in order, however unevenly places and responses hold them', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b', 'c'] })
    const where = `(array['a', 'why']), (case when g % 3 = 0 then array['a', 'also'] end), (case when g % 40 = 0 then array['b', 'b-why'] end), (case when g > 290 then array['c', 'c-why'] end)`
    await write(shop, 300, where, `'words'`)
    const all = 300 + 100 + 7 + 10
    for (const limit of [7, 60, 200]) {
      const ids = (await pages(shop, { limit })).flat()
      // Seven comments at `b` are too few to be shown.
      expect(ids).toHaveLength(all - 7)
      expect(ids).toEqual([...new Set(ids)].sort().reverse())
    }
  })

  test('comments come by the day on which they count, the newest first, however late they arrived', async () => {
    const shop = await makeJourney(db, { Buy: ['a', 'b'] })
    await write(shop, 300, `(array['a', 'why']), (case when g % 2 = 0 then array['b', 'b-why'] end)`, `'words'`, `'2026-03-01'::date - (g * 7 % 60)`)
    const dayOf = (id: string) => ((parseInt(id.slice(24, 36), 16) * 7) % 60) + 100
    for (const limit of [7, 200]) {
      const ids = (await pages(shop, { limit })).flat()
      expect(ids).toHaveLength(450)
      expect(ids).toEqual(ids.toSorted((a, b) => dayOf(a) - dayOf(b) || (a < b ? 1 : -1)))
      expect(new Set((await pages(shop, { limit, touchpoint: 'a', from: '2026-02-20', to: '2026-02-25' })).flat().map(dayOf))).toEqual(new Set([104, 105, 106, 107, 108, 109]))
    }
  })

  test('what stands far behind is found by going on, and no page looks at everything', async () => {
    const shop = await makeJourney(db, { Buy: ['a'] })
    await write(shop, 12_000, `(array['a', 'why'])`, `case when g in (3, 4000) then 'needle' else 'hay' end`)
    const found = await pages(shop, { touchpoint: 'a', search: 'Needle' })
    expect(found.map((page) => page.length)).toEqual([1, 1])
  })
})
