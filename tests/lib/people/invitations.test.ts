import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { invitationsCsv } from '#lib/exports/invitations'
import { inviteRequest, previewPeople } from '#lib/imports/invite/request'
import { endBatch } from '#lib/people/end-batch'
import { listBatches, listInvitations } from '#lib/people/invitation-list'
import { type Batch, inviteMany } from '#lib/people/invitations'
import { claimLink, openLink } from '#lib/people/links'
import { newId } from '#lib/ids'
import { closeSurvey } from '#lib/surveys/publish'
import { refusal } from '../../factory/refusal'
import { as, clock, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const DAY = 86_400_000

onEachEngine((_, open) => {
  let ctx: Context
  let id: string
  const time = clock()
  beforeAll(async () => {
    ctx = await makeWorkspace(await open(), undefined, time.now)
    id = (await makeJourney(ctx)).surveyId
  })

  const invite = (people: object[], more: object = {}, survey = id) => inviteMany(ctx, { id: survey, people, ...more })
  const tokenOf = (result: Batch['results'][number] | undefined) => (result && 'link' in result ? (new URL(result.link).searchParams.get('t') ?? '') : '')
  const opened = (token: string) => inWorkspace(ctx, async (tx) => {
    const [own] = await rows<{ key: Uint8Array }>(tx, sql`select signing_key as key from workspaces where id = ${ctx.workspaceId}`)
    return openLink(tx, ctx, own?.key ?? new Uint8Array(), token, ctx.now())
  })
  const file = (text: string, query = '') =>
    new Request(`http://127.0.0.1/invitations?${query}`, { method: 'POST', body: text, headers: { 'content-type': 'text/csv' } })
  const sent = (text: string, query = '') => inviteRequest(ctx, file(text, query), { id })

  it('each person gets a link of their own, which leads to what is known of them', async () => {
    const { made, results } = await invite([{ person: 'ana', attributes: { plan: 'pro' }, touchpoint: 'open', channel: 'email', campaign: 'may', language: 'de' }, { person: 'ben' }])
    expect([made, results.length, new Set(results.map(tokenOf)).size]).toEqual([2, 2, 2])
    const expiresAt = new Date(ctx.now().getTime() + 30 * DAY)
    expect(await opened(tokenOf(results[0]))).toMatchObject({
      surveyId: id, person: 'ana', attributes: { plan: 'pro' }, touchpoint: 'open', channel: 'email', campaign: 'may', language: 'de', singleUse: true, expiresAt,
    })
    expect(await opened(tokenOf(results[1]))).toMatchObject({ person: 'ben', attributes: null, touchpoint: null })
  })

  describe('somebody who was asked lately', () => {
    it('is left out, with the reason and when they may be asked again', async () => {
      await invite([{ person: 'cleo' }])
      const until = new Date(ctx.now().getTime() + 90 * DAY).toISOString()
      time.forward(12 * DAY)
      expect((await invite([{ person: 'cleo' }, { person: 'dan' }])).results).toEqual([
        { skipped: 'asked_recently', reason: 'Asked 12 days ago.', until },
        expect.objectContaining({ link: expect.stringContaining(`/s/${id}?t=`) }),
      ])
      time.forward(78 * DAY)
      expect((await invite([{ person: 'cleo' }])).made).toBe(1)
    })

    it('is asked all the same where the batch says so', async () => {
      await invite([{ person: 'eve' }])
      expect((await invite([{ person: 'eve' }], { respectCaps: false })).made).toBe(1)
    })

    it('is asked once by two batches at the same moment, also of two surveys', async () => {
      const other = (await makeJourney(ctx)).surveyId
      const ofTwo = await Promise.all([invite([{ person: 'pat' }]), invite([{ person: 'pat' }], {}, other), invite([{ person: 'pat' }], {}, other)])
      expect(ofTwo.reduce((sum, { made }) => sum + made, 0)).toBe(1)
      const both = await Promise.all([invite([{ person: 'finn' }]), invite([{ person: 'finn' }])])
      expect(both.map(({ made }) => made).sort()).toEqual([0, 1])
    })
  })

  it('a person who stands twice in a list gets one link; people without an id each get theirs', async () => {
    const { results } = await invite([{ person: 'gus' }, { person: 'gus' }, {}, {}])
    expect(results.map((one) => ('skipped' in one ? one.skipped : 'link'))).toEqual(['link', 'repeated', 'link', 'link'])
  })

  it.each([
    ['nobody', [], {}, '/people'],
    ['too many', Array.from({ length: 10_001 }, () => ({})), {}, '/people'],
    ['an unknown touchpoint', [{}, { touchpoint: 'nowhere' }], {}, '/people/1/touchpoint'],
    ['an empty id', [{ person: ' ' }], {}, '/people/0/person'],
    ['null for an id', [{ person: null }], {}, '/people/0/person'],
    ['a list for a language', [{ language: ['de'] }], {}, '/people/0/language'],
    ['an unknown property', [{ email: 'a@b.example' }], {}, '/people/0/email'],
    ['no days', [{}], { days: 0 }, '/days'],
    ['a date gone by', [{}], { expiresAt: '2026-01-01T00:00:00Z' }, '/expiresAt'],
    ['a date too far ahead', [{}], { expiresAt: '2046-01-01T00:00:00Z' }, '/expiresAt'],
    ['days and a date', [{}], { days: 3, expiresAt: '2027-06-01T00:00:00Z' }, '/expiresAt'],
  ])('refuses %s, and makes nothing', async (_, people, more, pointer) => {
    const before = (await listInvitations(ctx, { id, limit: 1 })).data[0]?.id
    expect((await refusal(invite(people, more))).errors[0]?.pointer).toBe(pointer)
    expect((await listInvitations(ctx, { id, limit: 1 })).data[0]?.id).toBe(before)
  })

  it('refuses a survey that is closed or not there', async () => {
    const { surveyId } = await makeJourney(ctx)
    await closeSurvey(ctx, { id: surveyId })
    expect((await refusal(invite([{}], {}, surveyId))).code).toBe('survey_closed')
    expect((await refusal(invite([{}], {}, newId()))).code).toBe('not_found')
  })

  describe('a file', () => {
    const CSV = '\ufeff person , Language,touchpoint,city,plan\r\n"hal, jr.",de,open,"Ulm ""Donau""",pro\r\nida,,,,\r\n,xx-,,Bonn,\r\njo,,nowhere,,\r\nkim\r\n'

    it('is read with its mark, its quotes and its padding, and what is wrong with a row is said in its line', async () => {
      const { made, skipped, results } = await sent(CSV, 'days=7')
      expect([made, skipped]).toEqual([2, 3])
      expect(await opened(tokenOf(results[0]))).toMatchObject({ person: 'hal, jr.', language: 'de', touchpoint: 'open', attributes: { city: 'Ulm "Donau"', plan: 'pro' } })
      expect(await opened(tokenOf(results[1]))).toMatchObject({ person: 'ida', attributes: null, expiresAt: new Date(ctx.now().getTime() + 7 * DAY) })
      expect(results.slice(2).map((one) => ('reason' in one ? `${one.line}: ${one.reason}` : ''))).toEqual([
        '4: language: a language such as en or pt-BR.',
        '5: The journey has no touchpoint with the key "nowhere".',
        '6: This row has 1 fields; the header names 5.',
      ])
    })

    it('is shown before any link is made of it', async () => {
      const before = (await listInvitations(ctx, { id, limit: 1 })).data[0]?.id
      expect(await previewPeople(ctx, file(CSV))).toMatchObject({ columns: ['person', 'Language', 'touchpoint', 'city', 'plan'], attributes: ['city', 'plan'], count: 3, faulty: 2 })
      expect((await listInvitations(ctx, { id, limit: 1 })).data[0]?.id).toBe(before)
    })

    it.each([
      ['of 10,001 rows', `person\n${'x\n'.repeat(10_001)}`, 'too_many'],
      ['of a header alone', 'person\n', 'required'],
      ['without a byte', '', 'unreadable'],
      ['that is a workbook', 'PK\u0003\u0004', 'unreadable'],
      ['whose header names a column twice', 'person,person\na,b\n', 'unreadable'],
    ])('%s is refused as a whole', async (_, text, code) => {
      expect((await refusal(sent(text))).errors[0]?.code).toBe(code)
    })

    it.each([['days=many'], ['singleUse=1'], ['colour=red'], ['expiresAt=soon']])('is refused with the terms %s', async (query) => {
      expect((await refusal(sent('person\nx\n', query))).code).toBe('validation_failed')
    })

    it('comes back with a link for each row, in order, and no cell that a spreadsheet would run', async () => {
      const { batch, results } = await sent('person,city\nlea,=1+1\n@max,"Ulm, Donau"\n')
      const lines = (await invitationsCsv(ctx, { id, batch })).split('\r\n')
      const expires = new Date(ctx.now().getTime() + 30 * DAY).toISOString()
      const links = results.map((one) => ('link' in one ? one.link : ''))
      expect(lines).toEqual([
        'person,language,touchpoint,channel,campaign,city,link,expires,status',
        `lea,,,,,'=1+1,${links[0]},${expires},not answered`,
        `'@max,,,,,"Ulm, Donau",${links[1]},${expires},not answered`,
        '',
      ])
    })
  })

  it('ten thousand people get theirs in one call, and are left in peace by the next', async () => {
    const { surveyId } = await makeJourney(ctx)
    const people = Array.from({ length: 10_000 }, (_, i) => ({ person: `crowd-${i}` }))
    expect((await invite(people, {}, surveyId)).made).toBe(10_000)
    expect(await invite(people.slice(9_990), {}, surveyId)).toMatchObject({ made: 0, skipped: 10 })
  })

  it('the batches say how many were made, begun, answered and are over', async () => {
    const { surveyId } = await makeJourney(ctx)
    await invite([{}, {}, {}], { days: 1 }, surveyId)
    time.forward(2 * DAY)
    const { batch, results } = await invite([{}, {}, {}], {}, surveyId)
    const claim = async (i: number, finished: boolean) => {
      const one = results[i]
      const invitation = one && 'id' in one ? one.id : ''
      await inWorkspace(ctx, (tx) => claimLink(tx, ctx, { invitation, submissionId: newId(), finished, forget: true }))
    }
    await claim(0, true)
    await claim(1, false)
    expect(await listBatches(ctx, { id: surveyId })).toMatchObject([{ batch, made: 3, answered: 1, begun: 1, expired: 0 }, { made: 3, answered: 0, expired: 3 }])
  })

  describe('ending a batch', () => {
    it('ends what is open and begun; what was answered stays, and people count as asked', async () => {
      const { surveyId } = await makeJourney(ctx)
      const { batch, results } = await invite([{ person: 'ona' }, { person: 'per' }, { person: 'quy' }], {}, surveyId)
      const ids = results.map((one) => ('id' in one ? one.id : ''))
      await inWorkspace(ctx, (tx) => claimLink(tx, ctx, { invitation: ids[0] ?? '', submissionId: newId(), finished: true, forget: false }))
      await inWorkspace(ctx, (tx) => claimLink(tx, ctx, { invitation: ids[1] ?? '', submissionId: newId(), finished: false, forget: false }))
      expect(await endBatch(ctx, { id: surveyId, batch })).toEqual({ batch, ended: 2 })
      expect(await Promise.all(results.map((one) => opened(tokenOf(one))))).toEqual(['used', 'expired', 'expired'])
      expect(await endBatch(ctx, { id: surveyId, batch })).toEqual({ batch, ended: 0 })
      expect((await invite([{ person: 'quy' }], {}, surveyId)).made).toBe(0)
    })

    it('needs a batch of this survey and of this workspace', async () => {
      const { batch } = await invite([{}])
      const { surveyId } = await makeJourney(ctx)
      for (const wrong of [{ id, batch: newId() }, { id: surveyId, batch }]) expect((await refusal(endBatch(ctx, wrong))).code).toBe('not_found')
      expect((await refusal(endBatch(await makeWorkspace({ db: ctx.db } as never), { id, batch }))).code).toBe('not_found')
      expect((await refusal(endBatch(as(ctx, VIEWER), { id, batch }))).code).toBe('forbidden')
    })
  })

  it('the list goes on where a page ended, each link once', async () => {
    const { surveyId } = await makeJourney(ctx)
    const { results } = await invite(Array.from({ length: 5 }, () => ({})), {}, surveyId)
    const first = await listInvitations(ctx, { id: surveyId, limit: 3 })
    const second = await listInvitations(ctx, { id: surveyId, limit: 3, cursor: first.nextCursor ?? '' })
    const ids = [...first.data, ...second.data].map((one) => one.id)
    expect([ids, second.nextCursor]).toEqual([results.map((one) => ('id' in one ? one.id : '')).reverse(), null])
  })

  it('another workspace sees and makes nothing; a viewer makes none and reads no link', async () => {
    const { batch } = await invite([{}])
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    for (const verb of [listInvitations, inviteMany]) expect((await refusal(verb(stranger, { id, ...(verb === inviteMany ? { people: [{}] } : {}) }))).code).toBe('not_found')
    expect(await listBatches(stranger, { id })).toEqual([])
    const viewer = as(ctx, VIEWER)
    expect((await refusal(inviteMany(viewer, { id, people: [{}] }))).code).toBe('forbidden')
    expect((await refusal(invitationsCsv(viewer, { id, batch }))).code).toBe('forbidden')
    expect((await listInvitations(viewer, { id, batch })).data[0]).toMatchObject({ batch, link: null })
  })
})
