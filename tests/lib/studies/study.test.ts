import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { type Context, inWorkspace } from '#lib/context'
import { setOutcome } from '#lib/journeys/outcome'
import { listOutcomeChoices } from '#lib/studies/choices'
import { countStudy, makeStudy, runStudyJob } from '#lib/studies/run'
import { requestStudy, studyOf } from '#lib/studies/store'
import { rows } from '#db/rows'
import { invitations } from '#db/schema/people'
import { newId } from '#lib/ids'
import { post, send, submission } from '../../factory/client'
import { clock, IDENTIFIED, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { seeded } from '../../simulations/random'

/** Pearson's r as a textbook writes it, without a line of the code under test. */
function textbookR(pairs: readonly (readonly [number, number])[]): number {
  const mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (f: (x: number, y: number) => number) => pairs.reduce((total, [x, y]) => total + f(x - mx, y - my), 0)
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
}

type Person = { pay: number; open: number; renewed: string }

/** People whose renewal hangs on how `open` was, and hardly on `pay`. */
function somePeople(count: number): Person[] {
  const random = seeded(7)
  return Array.from({ length: count }, () => {
    const [pay, open] = [Math.floor(random() * 11), Math.floor(random() * 11)]
    return { pay, open, renewed: open + 6 * random() > 8 ? 'yes' : 'no' }
  })
}

onEachEngine((_, open) => {
  const at = clock()
  let ctx: Context
  let journey: Awaited<ReturnType<typeof makeJourney>>
  const people = somePeople(160)
  const answer = async (touchpoint: string, recommend: number, more: Record<string, unknown>) =>
    expect((await post(ctx, submission(journey.surveyId, { touchpoint, data: { recommend }, ...more }))).status).toBe(201)
  const state = () => inWorkspace(ctx, (tx) => studyOf(tx, ctx, journey.journeyId))
  const jobs = async () => (await inWorkspace(ctx, (tx) => rows(tx, sql`select 1 from jobs where kind = 'journey.study'`))).length

  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), { kind: 'system' }, at.now)
    journey = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    await Promise.all(people.map(async ({ pay, open, renewed }, i) => {
      await answer('pay', pay, { userId: `p${i}` })
      await answer('open', open, { userId: `p${i}`, attributes: { renewed: ` ${renewed} ` } })
    }))
    for (const recommend of [0, 10]) await answer('basket', recommend, {})
    // Held back, of somebody known and of nobody: no study knows of them.
    for (const userId of ['p0', 'spam', undefined]) await answer('basket', 0, { userId, proof: { trap: 'x' } })
  })

  it('asks for itself where answers came, once, and again only when there are more and some time has passed', async () => {
    expect([(await state()).state, (await state()).state, await jobs()]).toEqual(['waiting', 'waiting', 1])
    await requestStudy(ctx, journey.journeyId)
    expect(await jobs()).toBe(1)
    await runStudyJob(ctx, { journeyId: journey.journeyId }, { signal: new AbortController().signal })
    expect(await state()).toMatchObject({ state: 'done', progress: null, result: { people: { answered: 162 } } })
    at.forward(11 * 60_000)
    expect([(await state()).state, await jobs()]).toEqual(['done', 1])
    await answer('basket', 5, {})
    expect([(await state()).state, (await state()).result?.people.answered, await jobs()]).toEqual(['waiting', 162, 2])
  })

  it('holds a place against the same person\'s NPS elsewhere where no outcome is declared', async () => {
    const study = await countStudy(ctx, journey.journeyId)
    const r = textbookR(people.map(({ pay, open }) => [pay, open]))
    expect(study?.outcome).toBeNull()
    expect(study?.touchpoints.pay?.r).toBeCloseTo(r, 12)
    expect(study?.stages.use).toMatchObject({ n: 160 })
    expect(study?.cells['nps open']).toEqual({ r: study?.touchpoints.open?.r, n: 160 })
    expect(study?.johnson).toEqual({ stage: null, touchpoint: null })
    // Nobody who answered at the basket said anything elsewhere.
    expect(study?.touchpoints.basket).toBeUndefined()
  })

  it('holds places against a declared attribute, with weights that add up to what they explain together', async () => {
    await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' } })
    const study = await countStudy(ctx, journey.journeyId)
    const r = textbookR(people.map(({ open, renewed }) => [open, Number(renewed === 'yes')]))
    expect(study?.touchpoints.open?.r).toBeCloseTo(r, 12)
    expect(study?.withOutcome).toBe(160)
    const johnson = study?.johnson.touchpoint
    expect([johnson?.places, johnson?.cases]).toEqual([['open', 'pay'], 160])
    expect(johnson?.weights.reduce((a, b) => a + b)).toBeCloseTo(johnson?.r2 ?? 0, 12)
    expect(johnson?.weights[0]).toBeGreaterThan(johnson?.weights[1] ?? 1)
  })

  it('takes the later of two outcomes that one person gave on one day, in whatever order they came', async () => {
    const own = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    const say = (touchpoint: string, recommend: number, occurredAt: string, more: Record<string, unknown>) =>
      post(ctx, submission(own.surveyId, { touchpoint, data: { recommend }, occurredAt, ...more }))
    const [early, late] = ['08:00:00Z', '09:00:00Z'].map((time) => `${at.now().toISOString().slice(0, 10)}T${time}`)
    for (let i = 0; i < 40; i++) {
      const times = i % 2 === 0 ? [early, late] : [late, early]
      for (const time of times) {
        const renewed = (time === late) === i < 20 ? 'yes' : 'no'
        expect((await say('open', i < 20 ? 9 : 2, time ?? '', { userId: `twice${i}`, attributes: { renewed } })).status).toBe(201)
      }
    }
    await setOutcome(ctx, { journey: own.key, outcome: { kind: 'attribute', name: 'renewed', positive: 'yes' } })
    expect((await countStudy(ctx, own.journeyId))?.touchpoints.open).toMatchObject({ r: 1, n: 40 })
  })

  it('shows no result of another outcome than today\'s, and counts anew at once', async () => {
    await makeStudy(ctx, journey.journeyId)
    expect((await state()).result?.outcome).toMatchObject({ kind: 'attribute' })
    await setOutcome(ctx, { journey: journey.key, outcome: { kind: 'nps', touchpoint: 'open' } })
    expect(await state()).toMatchObject({ state: 'waiting', result: null })
  })

  it('leaves the answers that are the outcome out of what is held against it', async () => {
    const study = await countStudy(ctx, journey.journeyId)
    expect(study?.touchpoints.pay?.r).toBeCloseTo(textbookR(people.map(({ pay, open }) => [pay, open])), 12)
    expect([study?.touchpoints.open, study?.stages.use, study?.cells['nps open']]).toEqual([undefined, undefined, undefined])
  })

  it('counts each exposed person once, each nameless exposure too, and says where only answers are known', async () => {
    const expose = (touchpoint: string, userId?: string) =>
      send(ctx, 'POST', 'events', { eventId: crypto.randomUUID(), surveyId: journey.surveyId, kind: 'exposed', touchpoint, ...(userId ? { userId } : {}) })
    for (const userId of ['a', 'a', 'b', undefined, undefined]) expect((await expose('pay', userId)).status).toBeLessThan(300)
    await expose('open', 'b')
    const study = await countStudy(ctx, journey.journeyId)
    expect(study?.people).toEqual({ exposed: 4, invited: 0, answered: 163 })
    expect([study?.reach.pay, study?.reach.open, study?.reach.basket]).toEqual([
      { exposed: 4, invited: 0, answered: 160 }, { exposed: 1, invited: 0, answered: 160 }, { exposed: 0, invited: 0, answered: 3 },
    ])
  })

  it('counts who was invited, at the place that the link or its survey asks about', async () => {
    const invite = { workspaceId: ctx.workspaceId, surveyId: journey.surveyId, batchId: newId(), singleUse: true, expiresAt: at.now(), createdAt: at.now() }
    await inWorkspace(ctx, (tx) => tx.insert(invitations).values([
      { ...invite, id: newId() }, { ...invite, id: newId() }, { ...invite, id: newId(), touchpointKey: 'basket' },
      { ...invite, id: newId(), createdAt: new Date(at.now().getTime() - 400 * 86_400_000) },
    ]))
    const study = await countStudy(ctx, journey.journeyId)
    expect([study?.people.invited, study?.reach.pay?.invited, study?.reach.basket?.invited, study?.reach.open?.invited]).toEqual([3, 2, 1, 0])
  })

  it('offers as outcomes the attributes with a few values and the touchpoints where NPS was asked', async () => {
    expect(await listOutcomeChoices(ctx, { journey: journey.key })).toEqual({
      attributes: [{ name: 'renewed', values: ['no', 'yes'] }],
      touchpoints: ['pay', 'basket', 'open'].map((key) => ({ key, name: key })),
    })
    await expect(listOutcomeChoices({ ...ctx, workspaceId: journey.journeyId }, { journey: journey.key })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of another workspace is neither seen nor asked for', async () => {
    const foreign = { ...ctx, workspaceId: journey.journeyId }
    expect(await inWorkspace(foreign, (tx) => studyOf(tx, foreign, journey.journeyId))).toMatchObject({ state: 'none', result: null })
    expect(await countStudy(foreign, journey.journeyId)).toBeNull()
  })

  it('takes a name with more responses than a chunk holds for a shared one, and goes on after it', async () => {
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      insert into responses (workspace_id, id, journey_id, structure, survey_id, survey_version, submission_id, place_revision, touchpoint_key, source, person, finished, scoring, day, occurred_at, received_at)
      select workspace_id, gen_random_uuid(), journey_id, structure, survey_id, survey_version, gen_random_uuid(), 0, touchpoint_key, source, 'guest', true, 1, day, occurred_at, received_at
      from (select * from responses where workspace_id = ${ctx.workspaceId} and person = 'p1' limit 1) as r, generate_series(1, 1500)`))
    const study = await countStudy(ctx, journey.journeyId)
    expect(study?.people.answered).toBe(163)
    expect(study?.touchpoints.pay?.n).toBe(160)
  })
})
