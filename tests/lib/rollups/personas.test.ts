import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#db/open'
import { savePersonas } from '#lib/collect/personas/save'
import type { Context } from '#lib/context'
import type { Condition, Rules } from '#lib/journeys/personas/definition'
import { verifyTallies } from '#lib/rollups/verify'
import { personaOf } from '#lib/rollups/personas'
import { post, submission } from '../../factory/client'
import { countedBy, finishRecounts, recount, takeJobs } from '../../factory/recount'
import { makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const NAMES = ['plan', 'seats', 'constructor', 'toString', 'größe 😀', 'hasOwnProperty']
const VALUES = ['pro', ' pro ', 'PRO', '10', '10.0', '-3', '+7', '1e3', '1,000', '0.1', '', ' \u00a0', 'true', 'ü"\\', "o'clock", '😀'.repeat(100), 'x'.repeat(101), '__proto__']

const said = fc.oneof(fc.constantFrom<string | number | boolean>(...VALUES, 10, 0.1, -3, 1e21, 1e-7, 0, true, false), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
const attributes = fc.option(fc.dictionary(fc.constantFrom(...NAMES), said, { maxKeys: 4 }), { nil: undefined })
const response = fc.record(
  { attributes, channel: fc.constantFrom('web', ' app ', 'phone'), variant: fc.constantFrom('a', 'b'), language: fc.constantFrom('en', 'de-AT', '  ') },
  { requiredKeys: [] },
)

const about = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NAMES, 'nobody').map((name) => ({ field: 'attribute' as const, name })) },
  { weight: 1, arbitrary: fc.constantFrom('channel' as const, 'variant' as const, 'language' as const, 'source' as const).map((field) => ({ field })) },
)
const listed = fc.constantFrom(...VALUES.filter((value) => value.trim() !== '' && value.length <= 100), 'web', 'app', 'en', 'survey')
const test = fc.oneof(
  fc.record({ test: fc.constantFrom('one_of' as const, 'none_of' as const), values: fc.array(listed, { minLength: 1, maxLength: 4 }) }),
  fc.record({ test: fc.constantFrom('at_least' as const, 'at_most' as const), number: fc.constantFrom(10, 0.1, -3, 0, 1e15, 1e-7, 7.5) }),
  fc.record({ test: fc.constantFrom('there' as const, 'missing' as const) }),
)
const condition = fc.tuple(about, test).map(([one, other]): Condition => ({ ...one, ...other }))
const rules: fc.Arbitrary<Rules> = fc.array(fc.array(condition, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
const personas = fc.array(rules, { minLength: 1, maxLength: 4 }).map((all) => all.map((each, i) => ({ name: `p${i}`, rules: each })))

onEachEngine((_, open) => {
  let database: Database | undefined
  let ctx: Context
  let made: Awaited<ReturnType<typeof makeJourney>>
  beforeEach(async () => {
    database ??= await open()
    ctx = await makeWorkspace(database)
    made = await makeJourney(ctx)
  })

  const differences = async () => (await verifyTallies(ctx)).differences

  it('counts by any rules as the database tells personas apart by itself: before, during and after a change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(response, { minLength: 3, maxLength: 12 }), personas, personas, async (answers, before, after) => {
        ctx = await makeWorkspace({ db: ctx.db } as Database)
        made = await makeJourney(ctx)
        const send = (some: typeof answers) => Promise.all(some.map((each) => post(ctx, submission(made.surveyId, each))))
        const half = Math.ceil(answers.length / 2)
        await send(answers.slice(0, half))
        await savePersonas(ctx, { journey: made.key, personas: before })
        const found: unknown[] = [await differences()]
        await send(answers.slice(half))
        const [bulk, late] = await takeJobs(ctx)
        await recount(ctx, [bulk])
        found.push(await differences())
        await savePersonas(ctx, { journey: made.key, personas: after })
        const more = await takeJobs(ctx)
        await send(answers.slice(0, 2))
        found.push(await differences())
        await recount(ctx, [late, ...more])
        found.push(await differences())
        expect(found).toEqual([[], [], [], []])
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  it('gives each response to the first persona that it fits, and to nobody else', async () => {
    const pro: Condition = { field: 'attribute', name: 'plan', test: 'one_of', values: ['pro'] }
    const large: Condition = { field: 'attribute', name: 'seats', test: 'at_least', number: 10 }
    await savePersonas(ctx, { journey: made.key, personas: [{ name: 'Large', rules: [[large]] }, { name: 'Pro', rules: [[pro]] }] })
    for (const each of [{ plan: 'pro', seats: '10' }, { plan: ' pro ', seats: 9 }, { plan: 'pro', seats: 'ten' }, { seats: 10.5 }, {}]) {
      await post(ctx, submission(made.surveyId, { attributes: each }))
    }
    expect([await countedBy(ctx, 'persona'), await differences()]).toEqual([{ large: 2, pro: 2, unmatched: 1 }, []])
    await savePersonas(ctx, { journey: made.key, personas: [{ key: 'pro', name: 'Pro', rules: [[pro]] }, { key: 'large', name: 'Large', rules: [[large]] }] })
    await finishRecounts(ctx)
    expect([await countedBy(ctx, 'persona'), await differences()]).toEqual([{ large: 1, pro: 3, unmatched: 1 }, []])
  })

  it('reads an attribute of a prototype name only where somebody has said it', () => {
    const rule = [{ key: 'odd', any: [[{ field: 'attribute' as const, name: 'constructor', test: 'there' as const }]] }]
    expect([personaOf({ source: 'survey', attributes: {} }, rule), personaOf({ source: 'survey', attributes: { constructor: 'x' } }, rule)]).toEqual(['unmatched', 'odd'])
  })
})
