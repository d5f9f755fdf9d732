import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { readResponse } from '#lib/collect/results/list'
import { type Context, inWorkspace } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import { verifyTallies } from '#lib/rollups/verify'
import type { Question } from '#lib/surveys/definition'
import { post, submission } from '../../factory/client'
import { as, makeJourney, makeWorkspace, QUESTIONS, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const OPTIONS = ['price', 'speed', 'help'].map((id) => ({ id, label: id }))
const MORE: Question[] = [
  ...QUESTIONS,
  { id: 'plan', instrument: 'choice', text: 'Which plan?', required: false, options: OPTIONS },
  { id: 'reasons', instrument: 'choices', text: 'What for?', required: false, options: OPTIONS, most: 2 },
  { id: 'felt-like', instrument: 'emotions', text: 'What did you feel?', required: false },
  { id: 'town', instrument: 'short', text: 'Where?', required: false },
  { id: 'sad', instrument: 'comment', text: 'What went wrong?', required: true, when: { question: 'recommend', to: 6 } },
  { id: 'mail', instrument: 'consent', text: 'May we write to you?', required: true, when: { question: 'plan', chosen: ['help'] } },
]

onEachEngine((_, open) => {
  let ctx: Context
  let shop: Awaited<ReturnType<typeof makeJourney>>
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    shop = await makeJourney(ctx, MORE)
  })

  const give = (data: Record<string, unknown>, more: Record<string, unknown> = {}) => post(ctx, submission(shop.surveyId, { data: { recommend: 9, ...data }, ...more }))

  it('gives back what was chosen, a list as a list and a consent as yes or no', async () => {
    const data = { recommend: 9, plan: 'speed', reasons: ['help', 'price'], 'felt-like': ['joy', 'other'], town: 'Ulm', mail: false }
    const id = (await give(data)).json.data?.id
    const shown = await readResponse(ctx, { id })
    expect(shown.data).toEqual(data)
    expect(shown.answers.find(({ question }) => question === 'reasons')).toMatchObject({ instrument: 'choices', touchpoint: 'pay', value: ['help', 'price'] })
    const revised = { ...data, recommend: 2, sad: 'Slow.', reasons: ['speed'], mail: true }
    const [stored] = await inWorkspace(ctx, (tx) => rows<{ submission: string }>(tx, sql`select submission_id as submission from responses where id = ${id}`))
    expect((await give(revised, { submissionId: stored?.submission, revision: 1 })).status).toBe(200)
    expect((await readResponse(ctx, { id })).data).toEqual(revised)
    expect((await verifyTallies(ctx)).differences).toEqual([])
  })

  it('keeps nothing of an empty list or a blank text', async () => {
    const id = (await give({ reasons: [], 'felt-like': [], town: ' ' })).json.data?.id
    expect((await readResponse(ctx, { id })).data).toEqual({ recommend: 9 })
  })

  it.each([
    ['an option that is not there', { plan: 'luck' }, 'plan', 'unknown_option'],
    ['an option of another question', { 'felt-like': ['price'] }, 'felt-like', 'unknown_option'],
    ['the label of a word', { 'felt-like': ['Joy'] }, 'felt-like', 'unknown_option'],
    ['a list where one is chosen', { plan: ['price'] }, 'plan', 'invalid_type'],
    ['one where a list is chosen', { reasons: 'price' }, 'reasons', 'invalid_type'],
    ['one option twice', { reasons: ['price', 'price'] }, 'reasons', 'repeated'],
    ['more than may be chosen', { reasons: ['price', 'speed', 'help'] }, 'reasons', 'too_many'],
    ['a number in a list', { reasons: [1] }, 'reasons', 'invalid_type'],
    ['a consent that is a word', { mail: 'yes' }, 'mail', 'invalid_type'],
    ['a short text of 501 characters', { town: 'x'.repeat(501) }, 'town', 'too_big'],
    ['a comment of 10,001 characters', { why: 'x'.repeat(10_001) }, 'why', 'too_big'],
  ])('refuses %s', async (_what, data, question, code) => {
    const { status, json } = await give(data)
    expect([status, json.errors?.map(({ pointer, code }) => [pointer.split('/').slice(0, 3).join('/'), code])]).toEqual([400, [[`/data/${question}`, code]]])
  })

  it('takes a text as long as it may be', async () => {
    expect((await give({ town: 'x'.repeat(500) })).status).toBe(201)
    expect((await give({ why: 'x'.repeat(10_000) })).status).toBe(201)
  })

  it('requires a follow-up of those whom it is asked, and of nobody else', async () => {
    const required = (question: string) => [{ pointer: `/data/${question}`, code: 'required', message: expect.any(String) }]
    expect((await give({ recommend: 7 })).status).toBe(201)
    expect((await give({ recommend: 6 })).json.errors).toEqual(required('sad'))
    expect((await give({ recommend: 6 }, { finished: false })).status).toBe(201)
    expect((await give({ plan: 'help' })).json.errors).toEqual(required('mail'))
    expect((await give({ plan: 'help', mail: false })).json.errors).toEqual(required('mail'))
    expect((await give({ plan: 'help', mail: true })).status).toBe(201)
  })

  it('shows comments on the map, no other text, and none that is held back', async () => {
    const own = await makeJourney(ctx, MORE)
    for (let i = 0; i < 10; i++) await post(ctx, submission(own.surveyId, { data: { recommend: 9, why: `Fine ${i}.`, town: 'Ulm' } }))
    await post(ctx, submission(own.surveyId, { data: { recommend: 0, why: 'Buy this.', sad: 'Now.' }, proof: { trap: 'x' } }))
    const { comments } = await listComments(ctx, { journey: own.key, limit: 50 })
    expect(comments.map(({ text }) => text).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `Fine ${i}.`))
  })

  it('masks a short text too for those who may only read', async () => {
    const id = (await give({ town: 'mara@example.com' })).json.data?.id
    expect((await readResponse(as(ctx, VIEWER), { id })).data.town).toBe('[e-mail]')
  })
})
