import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { displays } from '#db/schema/people'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../factory/client'
import { clock, IDENTIFIED, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let database: Database | undefined
  let ctx: Context
  let shop: Awaited<ReturnType<typeof makeJourney>>
  const time = clock('2026-11-20T09:17:31Z')
  beforeEach(async () => {
    database ??= await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    shop = await makeJourney(ctx)
  })

  async function display(surveyId = shop.surveyId): Promise<string> {
    const id = newId(ctx.now())
    const row = { workspaceId: ctx.workspaceId, id, surveyId, journeyId: shop.journeyId, touchpointKey: 'pay', form: 'popup' as const, shownAt: ctx.now() }
    await inWorkspace(ctx, (tx) => tx.insert(displays).values(row))
    return id
  }
  const answeredAt = async (id: string) =>
    (await inWorkspace(ctx, (tx) => rows<{ at: Date | null }>(tx, sql`select answered_at as at from displays where id = ${id}`)))[0]?.at
  const counted = () =>
    inWorkspace(ctx, (tx) => rows(tx, sql`
      select kind, touchpoint_key as touchpoint, channel, n::int
      from tally_events
      where grain = 'day'
      order by kind, touchpoint_key`))
  const whole = async () => expect((await verifyTallies(ctx)).differences).toEqual([])

  it('an answer to a display counts as begun, and as completed once it is finished, however often it comes', async () => {
    const displayId = await display()
    const shownAt = time.now()
    const body = submission(shop.surveyId, { displayId, channel: 'web', touchpoint: 'open', finished: false })
    for (let i = 0; i < 3; i++) await post(ctx, body)
    expect(await counted()).toEqual([{ kind: 'started', touchpoint: 'open', channel: 'web', n: 1 }])
    expect(await answeredAt(displayId)).toBeNull()
    time.forward(60_000)
    const last = { ...body, revision: 1, finished: true, data: { recommend: 2 } }
    for (let i = 0; i < 3; i++) await post(ctx, last)
    expect(await counted()).toMatchObject([{ kind: 'completed', n: 1 }, { kind: 'started', n: 1 }])
    // The survey is anonymous: the time of the answer itself would lead to it.
    expect(await answeredAt(displayId)).toEqual(shownAt)
    await whole()
  })

  it('many answers at once count once for each display, and one that came without is no event', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => display()))
    const bodies = [...ids, ...ids, undefined].map((displayId) => submission(shop.surveyId, { displayId }))
    await Promise.all(bodies.map((body) => post(ctx, body)))
    expect(await counted()).toMatchObject([{ kind: 'completed', n: 20 }, { kind: 'started', n: 20 }])
    await whole()
  })

  it('a held answer is neither begun nor completed, yet whoever gave it has answered', async () => {
    const displayId = await display()
    await post(ctx, submission(shop.surveyId, { displayId, proof: { trap: 'x' } }))
    expect(await counted()).toEqual([])
    expect(await answeredAt(displayId)).toEqual(time.now())
  })

  it('of an anonymous answer the events keep the local day and no more, wherever it is', async () => {
    for (const [zone, noon] of [['Pacific/Kiritimati', '08'], ['Pacific/Honolulu', '12'], ['Asia/Kolkata', '12']] as const) {
      const own = await makeJourney(ctx, undefined, zone)
      await post(ctx, submission(own.surveyId, { displayId: await display(own.surveyId), userId: 'mara' }))
      const kept = await inWorkspace(ctx, (tx) => rows<{ at: Date; received: Date; person: string | null }>(tx, sql`
        select occurred_at as at, received_at as received, person
        from events
        where survey_id = ${own.surveyId}`))
      expect(kept.map(({ at, received, person }) => [at.toISOString().slice(10), received.toISOString().slice(10), person])).toEqual(
        Array.from({ length: 2 }, () => [`T${noon}:00:00.000Z`, 'T12:00:00.000Z', null]))
    }
    await whole()
  })

  it('of somebody who is known they keep the moment, and a pseudonym', async () => {
    const own = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    await post(ctx, submission(own.surveyId, { displayId: await display(own.surveyId), userId: 'mara' }))
    const kept = await inWorkspace(ctx, (tx) => rows(tx, sql`select distinct occurred_at as at, person from events where survey_id = ${own.surveyId}`))
    expect(kept).toEqual([{ at: time.now(), person: expect.stringMatching(/^p_/) }])
  })

  it('an answer to one survey says nothing of the display of another', async () => {
    const displayId = await display((await makeJourney(ctx)).surveyId)
    await post(ctx, submission(shop.surveyId, { displayId }))
    expect(await answeredAt(displayId)).toBeNull()
  })

  it('the same answer is a replay with another display, and nothing is counted for it', async () => {
    const body = submission(shop.surveyId)
    await post(ctx, body)
    expect((await post(ctx, { ...body, displayId: await display() })).headers['idempotent-replayed']).toBe('true')
    expect(await counted()).toEqual([])
  })
})
