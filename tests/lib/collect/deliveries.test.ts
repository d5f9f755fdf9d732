import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { Collector } from '#lib/collect/take/collector'
import { PUBLIC, Submission } from '#lib/collect/input'
import { readResponse } from '#lib/collect/results/list'
import { type Context, inWorkspace } from '#lib/context'
import { newId } from '#lib/ids'
import { verifyTallies } from '#lib/rollups/verify'
import type { Question } from '#lib/surveys/definition'
import { submission } from '../../factory/client'
import { linkTo } from '../../factory/proof'
import { IDENTIFIED, makeJourney, makeWorkspace, QUESTIONS } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const OPTIONS = ['price', 'speed'].map((id) => ({ id, label: id }))
const ASKED: Question[] = [...QUESTIONS, { id: 'reasons', instrument: 'choices', text: 'What for?', required: false, options: OPTIONS }]
const REVISIONS = 5

// A fixed order that looks like none.
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list.map((item, i) => ({ item, at: Math.imul(i + 1, 2654435761 ^ Math.imul(seed, 40503)) >>> 0 })).sort((a, b) => a.at - b.at).map(({ item }) => item)

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
  })

  const survey = async (settings = {}) => (await makeJourney(ctx, ASKED, undefined, settings)).surveyId
  const last = REVISIONS - 1

  /** A submission with its revisions: each says something else, the last one is finished. */
  const revisions = (surveyId: string, more: Record<string, unknown>) => {
    const base = submission(surveyId, { touchpoint: 'pay', channel: 'web', ...more })
    return Array.from({ length: REVISIONS }, (_, i) =>
      Submission.parse({ ...base, revision: i, finished: i === last, data: { recommend: i, happy: 5 - i, reasons: i % 2 ? ['speed'] : ['price', 'speed'], why: `${i}` } }))
  }

  /** Forty deliveries of each revision, shuffled, to two processes at once, from one place. */
  async function deliver(bodies: Submission[], seed: number): Promise<number> {
    const processes = [new Collector(ctx.db), new Collector(ctx.db)]
    const sent = shuffled(Array.from({ length: 200 }, (_, i) => bodies[i % REVISIONS] as Submission), seed)
    const origin = { ...PUBLIC, sender: { page: null, address: `10.0.${seed}.1` } }
    const receipts = await Promise.all(sent.map((body, i) => processes[i % 2]?.submit(ctx, body, origin)))
    expect(new Set(receipts.map((receipt) => receipt?.id)).size).toBe(1)
    return receipts.filter((receipt) => receipt?.created).length
  }

  async function endsAsTheLast(bodies: Submission[]) {
    const found = await inWorkspace(ctx, (tx) => rows<{ id: string }>(tx, sql`select id from responses where submission_id = ${bodies[0]?.submissionId}`))
    expect(found).toHaveLength(1)
    const stored = await readResponse(ctx, { id: found[0]?.id })
    expect(stored).toMatchObject({ data: bodies[last]?.data, touchpoint: 'pay', channel: 'web', finished: true })
    expect((await verifyTallies(ctx)).differences).toEqual([])
    return stored
  }

  const KINDS: [string, object, () => Record<string, unknown>, string[]][] = [
    ['an answer', {}, () => ({}), []],
    ['an answer of somebody who is known', IDENTIFIED, () => ({ userId: 'mara' }), []],
    ['an answer to a display', {}, () => ({ displayId: newId(ctx.now()) }), []],
    ['a held answer', {}, () => ({ proof: { trap: 'x' } }), ['trap']],
    ['an answer to a survey with one place left', { access: { mostAnswers: 1 } }, () => ({}), []],
  ]

  it.each(KINDS)('two hundred deliveries of %s and its revisions end as one response with the last data', { timeout: 120_000 }, async (_what, settings, more, heldFor) => {
    for (const seed of [1, 2, 3]) {
      const bodies = revisions(await survey(settings), more())
      expect(await deliver(bodies, seed)).toBe(1)
      expect((await endsAsTheLast(bodies)).heldFor).toEqual(heldFor)
    }
    const events = await inWorkspace(ctx, (tx) => rows<{ n: number }>(tx, sql`select count(*)::int as n from events group by survey_id, event_id having count(*) > 1`))
    expect(events).toEqual([])
  })

  it.each([['an identified', IDENTIFIED], ['an anonymous', {}]])(
    'two hundred deliveries by a personal link to %s survey end as one response with the last data',
    { timeout: 120_000 },
    async (_what, settings) => {
      for (const seed of [1, 2, 3]) {
        const surveyId = await survey(settings)
        const { id, token } = await linkTo(ctx, surveyId)
        const bodies = revisions(surveyId, { token })
        expect(await deliver(bodies, seed)).toBe(1)
        await endsAsTheLast(bodies)
        const [link] = await inWorkspace(ctx, (tx) => rows<{ used: boolean }>(tx, sql`select used_at is not null as used from invitations where id = ${id}`))
        expect(link).toEqual({ used: true })
      }
    },
  )
})
