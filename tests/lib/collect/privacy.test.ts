import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { forgetSurvey } from '#lib/forget'
import { newId } from '#lib/ids'
import { pseudonymOf } from '#lib/people/sign'
import { post, send, submission } from '../../factory/client'
import { keyOfSurvey, linkTo } from '../../factory/proof'
import { IDENTIFIED, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const MODES = ['anonymous', 'pseudonymous', 'identified'] as const

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
  })

  const survey = async (mode?: (typeof MODES)[number]) => (await makeJourney(ctx, undefined, undefined, mode ? { privacy: { mode } } : {})).surveyId

  /** All that is stored of a submission, as text: what is not in it is not known. */
  const kept = async (submissionId: string) =>
    (
      await inWorkspace(ctx, (tx) => rows<{ person: string | null; all: string }>(tx, sql`
        select r.person, r::text || s::text || o::text as all
        from responses r
        join submissions s on s.survey_id = r.survey_id and s.submission_id = r.submission_id
        join outbox o on o.response_id = r.id
        where r.submission_id = ${submissionId}`))
    )[0]

  it('an anonymous survey keeps nobody, and a survey that says nothing is anonymous', async () => {
    for (const surveyId of [await survey(), await survey('anonymous')]) {
      const body = submission(surveyId, { userId: 'mara-4711' })
      await post(ctx, body)
      const stored = await kept(body.submissionId)
      expect(stored?.person).toBeNull()
      expect(stored?.all).not.toContain('mara')
    }
  })

  it('an anonymous answer is the same one again whoever sends it, so that its hash cannot tell who did', async () => {
    const body = submission(await survey('anonymous'), { userId: 'mara' })
    await post(ctx, body)
    for (const userId of ['mara', 'else', undefined]) expect((await post(ctx, { ...body, userId })).headers['idempotent-replayed']).toBe('true')
    const named = submission(await survey('identified'), { userId: 'mara' })
    await post(ctx, named)
    expect((await post(ctx, { ...named, userId: 'else' })).json.code).toBe('idempotency_key_reused')
  })

  it('the page of an anonymous survey leaves nobody in the ledger, for its display bears the name of its answer', async () => {
    const [anonymous, identified] = [await survey('anonymous'), await survey('identified')]
    const display = (surveyId: string) => ({ displayId: newId(), surveyId, form: 'page', userId: 'mara' })
    for (const surveyId of [anonymous, identified]) expect((await send(ctx, 'POST', 'displays', display(surveyId))).status).toBe(201)
    const known = await inWorkspace(ctx, (tx) => rows<{ id: string }>(tx, sql`select survey_id as id from displays where person is not null`))
    expect(known).toEqual([{ id: identified }])
  })

  it('who was asked stands beside the event under the pseudonym of the ledger, also where answers are identified', async () => {
    const displayId = newId()
    await send(ctx, 'POST', 'displays', { displayId, surveyId: await survey('identified'), form: 'popup', userId: 'mara' })
    const [both] = await inWorkspace(ctx, (tx) => rows<{ ledger: string; event: string }>(tx, sql`
      select d.person as ledger, e.person as event
      from displays d
      join events e on e.event_id = d.id
      where d.id = ${displayId}`))
    expect(both).toEqual({ ledger: expect.stringMatching(/^p_/), event: both?.ledger })
  })

  it('a pseudonymous survey keeps the same name for the same person, which is not theirs', async () => {
    const surveyId = await survey('pseudonymous')
    const bodies = [1, 2].map((recommend) => submission(surveyId, { userId: 'mara-4711', data: { recommend } }))
    for (const body of bodies) await post(ctx, body)
    const stored = await Promise.all(bodies.map(({ submissionId }) => kept(submissionId)))
    const name = pseudonymOf(await keyOfSurvey(ctx, surveyId), 'mara-4711')
    expect(stored.map((one) => [one?.person, one?.all.includes('mara')])).toEqual([[name, false], [name, false]])
  })

  it.each([[undefined, null], ['pseudonymous', expect.stringMatching(/^p_/)], ['identified', 'mara']] as const)(
    'a lower revision that comes late brings the person only as a survey (%s) promises it',
    async (mode, person) => {
      const body = submission(await survey(mode), { revision: 1 })
      await post(ctx, body)
      expect((await post(ctx, { ...body, revision: 0, userId: 'mara' })).status).toBe(200)
      expect((await kept(body.submissionId))?.person).toEqual(person)
    },
  )

  it('an answer by a personal link leads to the link only where people are identified', async () => {
    for (const mode of MODES) {
      const surveyId = await survey(mode)
      const { id, token } = await linkTo(ctx, surveyId)
      await inWorkspace(ctx, (tx) => tx.execute(sql`update invitations set person = 'mara-4711', attributes = '{"name": "Mara"}' where id = ${id}`))
      const body = submission(surveyId, { token })
      expect((await post(ctx, body)).status).toBe(201)
      expect(/mara/i.test((await kept(body.submissionId))?.all ?? '')).toBe(mode === 'identified')
      const link = await inWorkspace(ctx, (tx) => rows(tx, sql`select submission_id from invitations where id = ${id}`))
      const isKnown = mode === 'identified'
      expect([(await kept(body.submissionId))?.all.includes(id), link[0]]).toEqual([isKnown, { submission_id: isKnown ? body.submissionId : null }])
    }
  })

  it('what was stored under a name is known again after its survey became anonymous', async () => {
    const { surveyId } = await makeJourney(ctx, undefined, undefined, IDENTIFIED)
    const body = submission(surveyId, { userId: 'mara' })
    await post(ctx, body)
    await inWorkspace(ctx, (tx) => tx.execute(sql`update survey_versions set definition = definition - 'privacy' where survey_id = ${surveyId}`))
    forgetSurvey(ctx.workspaceId, surveyId)
    expect((await post(ctx, body)).headers['idempotent-replayed']).toBe('true')
  })
})
