import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { holdResponses } from '#lib/collect/recount/stored'
import { type Context, inWorkspace } from '#lib/context'
import { post, submission } from '../../../factory/client'
import { onEachEngine } from '../../../harness/engines'
import { makeJourney, makeWorkspace } from '../../../factory/world'

const MANY = 5_000

/** Copies of a response with its answers, so many that reading all of them is no plan any more. */
async function multiply(ctx: Context, id: string): Promise<void> {
  await inWorkspace(ctx, (tx) => tx.execute(sql`
    with copies as (select gen_random_uuid() as id from generate_series(1, ${MANY})),
    stored as (
      insert into responses
      select (jsonb_populate_record(r, jsonb_build_object('id', c.id, 'submission_id', c.id))).*
      from responses r, copies c
      where r.id = ${id})
    insert into answers
    select (jsonb_populate_record(a, jsonb_build_object('response_id', c.id))).*
    from answers a, copies c
    where a.response_id = ${id}`))
  await ctx.db.execute(sql`analyze responses, answers`)
}

onEachEngine((_, open) => {
  let ctx: Context
  let id: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    const { surveyId } = await makeJourney(ctx)
    id = (await post(ctx, submission(surveyId, { data: { recommend: 9, happy: 5 } }))).json.data?.id ?? ''
    await multiply(ctx, id)
  })

  it('finds the response that is changed by its key, however many stand beside it', async () => {
    const { held, read } = await inWorkspace(ctx, async (tx) => {
      const stored = await holdResponses(tx, ctx, [id])
      const [seen] = await rows<{ read: number }>(tx, sql`
        select coalesce(sum(seq_tup_read), 0)::int as read
        from pg_stat_xact_user_tables
        where relname in ('responses', 'answers')`)
      return { held: stored, read: seen?.read }
    })
    expect(held.map((one) => [one.id, one.answers.length])).toEqual([[id, 2]])
    expect(read).toBe(0)
  })
})
