import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { inviteMany } from '#lib/people/invitations'
import { publishSurvey } from '#lib/surveys/publish'
import { createSurvey } from '#lib/surveys/write'
import { GET, POST } from '../../app/s/[survey]/route'
import { useDatabase } from '../factory/http'
import { definition, makeJourney, makeWorkspace } from '../factory/world'
import { onEachEngine } from '../harness/engines'

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }
const fieldIn = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

onEachEngine((_, open) => {
  let ctx: Context
  let id: string
  let query: string
  beforeAll(async () => {
    const database = await open()
    useDatabase(database)
    ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
    const why = { id: 'why', instrument: 'comment' as const, text: 'Why?', required: false, when: { question: 'recommend', from: 0, to: 6 } }
    const asked = definition([{ id: 'recommend', instrument: 'nps', text: 'Would you?', required: true }, why])
    id = (await createSurvey(ctx, { journey: (await makeJourney(ctx)).key, touchpoint: 'pay', name: 'Paid', definition: asked })).id
    await publishSurvey(ctx, { id })
    const [made] = (await inviteMany(ctx, { id, people: [{ person: 'mara' }] })).results
    query = made && 'link' in made ? new URL(made.link).search : ''
  })
  afterAll(() => void delete shared.wayfeltRuntime)

  async function call(method: 'GET' | 'POST', form?: Record<string, string>) {
    const body = form && new URLSearchParams(form).toString()
    const request = new Request(`http://127.0.0.1/s/${id}${query}`, { method, ...(body ? { body } : {}), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    const response = await (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ survey: id }) })
    const page = await response.text()
    return { status: response.status, page, fields: { submissionId: fieldIn(page, 'submissionId'), revision: fieldIn(page, 'revision') } }
  }
  const stored = () => inWorkspace(ctx, (tx) => rows<{ finished: boolean; score: number }>(tx, sql`
    select r.finished, a.score
    from responses r
    join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
    where r.workspace_id = ${ctx.workspaceId} and a.question_id = 'recommend'`))

  it('an answer that was begun with a link for one goes on wherever the link is opened again, and is one answer', async () => {
    const first = await call('GET')
    const asked = await call('POST', { ...first.fields, shown: 'recommend', 'q.recommend': '3' })
    expect([asked.status, await stored()]).toEqual([200, [{ finished: false, score: 3 }]])

    const elsewhere = await call('GET')
    expect(elsewhere.fields).toEqual({ submissionId: first.fields.submissionId, revision: '1' })
    expect((await call('POST', { ...elsewhere.fields, shown: 'recommend', 'q.recommend': '9' })).status).toBe(303)
    expect(await stored()).toEqual([{ finished: true, score: 9 }])

    const used = await call('GET')
    expect([used.page.includes('Your answer is here already'), used.page.includes('name="submissionId"')]).toEqual([true, false])
  })
})
