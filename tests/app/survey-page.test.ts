import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { inviteMany } from '#lib/people/invitations'
import type { Definition } from '#lib/surveys/definition'
import { publishSurvey } from '#lib/surveys/publish'
import { createSurvey } from '#lib/surveys/write'
import { GET, POST } from '../../app/s/[survey]/route'
import { definition, makeJourney, makeWorkspace } from '../factory/world'
import { onEachEngine } from '../harness/engines'

const shared = globalThis as typeof globalThis & { wayfeltRuntime?: unknown }
const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

const SCORE = { id: 'recommend', instrument: 'nps', text: 'Would you recommend {{company}}?', low: 'not at all', required: true } as const
const LOW = { id: 'why', instrument: 'comment', text: 'What went wrong at {{touchpoint}}?', required: true, when: { question: 'recommend', to: 6 } } as const
const AGREE = { id: 'agree', instrument: 'consent', text: 'Write to me.', required: true, when: { question: 'why' } } as const

const valueOf = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const shownIn = (page: string) => [...page.matchAll(/data-question="(\w+)"(?![^>]* hidden)/g)].map(([, id]) => id)
const offIn = (page: string) => [...page.matchAll(/data-question="(\w+)"[^>]* disabled/g)].map(([, id]) => id)

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  let journey: string

  async function live(more: Partial<Definition> = {}, touchpoint = 'pay') {
    const survey = await createSurvey(ctx, { journey, touchpoint, name: 'Survey', definition: { ...definition([SCORE, LOW, AGREE]), ...more } })
    await publishSurvey(ctx, survey)
    return survey.id
  }

  async function call(method: 'GET' | 'POST', survey: string, query = '', form?: string[][], headers: Record<string, string> = {}) {
    const body = form && new URLSearchParams(form).toString()
    const request = new Request(`http://127.0.0.1/s/${survey}${query}`, { method, body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
    const response = await (method === 'GET' ? GET : POST)(request, { params: Promise.resolve({ survey }) })
    return { status: response.status, headers: response.headers, page: await response.text() }
  }

  /** Fills in the page as a browser without scripts would, and sends it. */
  function submit(survey: string, page: string, given: Record<string, string | string[]>, query = '') {
    const hidden = ['submissionId', 'revision', 'view', 'passed'].map((name) => [name, valueOf(page, name)])
    const shown = [...page.matchAll(/data-question="(\w+)"(?![^>]* disabled)/g)].map(([, id]) => ['shown', id ?? ''])
    const said = Object.entries(given).flatMap(([id, texts]) => [texts].flat().map((text) => [`q.${id}`, text]))
    return call('POST', survey, query, [...hidden, ['trap', ''], ...shown, ...said])
  }

  const stored = (survey: string) =>
    inWorkspace(ctx, (tx) =>
      rows<Record<string, unknown>>(tx, sql`
        select a.question_id as question, a.score, a.body, a.chosen, r.finished, r.person, r.touchpoint_key as touchpoint, r.held
        from responses r
        join answers a on a.workspace_id = r.workspace_id and a.response_id = r.id
        where r.workspace_id = ${ctx.workspaceId} and r.survey_id = ${survey}
        order by a.question_id`),
    )

  async function linkTo(survey: string, person: object, more: object = {}) {
    const { results } = await inviteMany(ctx, { id: survey, people: [person], ...more })
    const [made] = results
    return made && 'link' in made ? new URL(made.link).search : ''
  }

  beforeAll(async () => {
    database = await open()
    shared.wayfeltRuntime = Promise.resolve({ database, secrets: { authSecret: 'x'.repeat(32) } })
    ctx = { ...(await makeWorkspace(database)), now: () => new Date() }
    journey = (await makeJourney(ctx)).key
  })
  afterAll(() => void delete shared.wayfeltRuntime)

  test('without scripts, what follows is asked page after page, and each page is stored as it comes', async () => {
    const survey = await live()
    const first = await call('GET', survey)
    expect([shownIn(first.page), offIn(first.page)]).toEqual([['recommend'], ['why', 'agree']])
    const second = await submit(survey, first.page, { recommend: '3' })
    expect([second.status, shownIn(second.page), valueOf(second.page, 'revision')]).toEqual([200, ['why'], '1'])
    expect(valueOf(second.page, 'view')).toBe(valueOf(first.page, 'view'))
    expect(second.page).toContain('name="q.recommend" value="3" checked')
    expect(second.page).toContain('What went wrong at <bdi>pay</bdi>?')
    expect(await stored(survey)).toMatchObject([{ question: 'recommend', score: 3, finished: false }])
    const third = await submit(survey, second.page, { recommend: '3', why: 'Slow' })
    expect(shownIn(third.page)).toEqual(['agree'])
    const done = await submit(survey, third.page, { recommend: '3', why: 'Slow', agree: 'yes' })
    expect([done.status, done.headers.get('location')]).toEqual([303, `/s/${survey}?done=1`])
    expect(await stored(survey)).toMatchObject([{ question: 'agree', chosen: ['yes'], finished: true }, { question: 'recommend', score: 3 }, { question: 'why', body: 'Slow' }])
  })

  test('where nothing follows one page is enough, and an answer to what is not asked is not stored', async () => {
    const survey = await live()
    const { page } = await call('GET', survey)
    const sent = await submit(survey, page, { recommend: '9', why: 'left over' })
    expect(sent.status).toBe(303)
    expect((await stored(survey)).map(({ question }) => question)).toEqual(['recommend'])
  })

  test('a needed consent that is missing comes back with its sentence and with everything that was given', async () => {
    const survey = await live({ questions: [SCORE, { ...AGREE, when: undefined }] })
    const { page } = await call('GET', survey)
    const { status, page: again } = await submit(survey, page, { recommend: '9' })
    expect([status, shownIn(again)]).toEqual([400, ['recommend', 'agree']])
    expect(again).toContain('Please tick the box if you agree.')
    expect(again).toContain('name="q.recommend" value="9" checked')
    expect(valueOf(again, 'submissionId')).toBe(valueOf(page, 'submissionId'))
    expect(await stored(survey)).toEqual([])
  })

  test('what a person ticks is stored as a list, and whoever fills in the trap is held back', async () => {
    const questions = [{ id: 'felt', instrument: 'emotions', text: 'Which?', required: false }] as const
    const survey = await live({ questions: [...questions] })
    const { page } = await call('GET', survey)
    expect((await submit(survey, page, { felt: ['joy', 'none', 'trust'] })).status).toBe(303)
    expect(await stored(survey)).toMatchObject([{ chosen: expect.arrayContaining(['joy', 'trust']) }])
    const other = await live({ questions: [...questions] })
    const sent = [['submissionId', valueOf((await call('GET', other)).page, 'submissionId')], ['trap', 'http://spam'], ['q.felt', 'joy']]
    expect((await call('POST', other, '', sent)).status).toBe(303)
    expect(await stored(other)).toMatchObject([{ held: true }])
  })

  const translations = { de: { title: 'Nach dem Kauf', questions: { recommend: { text: 'Würden Sie uns empfehlen?' } } }, he: {} }

  test('the language is the one of the link, else one that the browser wants, else the survey’s own', async () => {
    const survey = await live({ translations })
    const langOf = async (query: string, accept = '') => /<html lang="([^"]+)" dir="(\w+)"/.exec((await call('GET', survey, query, undefined, { 'accept-language': accept })).page)?.slice(1).join(' ')
    expect(await langOf('')).toBe('en ltr')
    expect(await langOf('', 'fr, de-AT;q=0.8, en;q=0.5')).toBe('de ltr')
    expect(await langOf('?lang=he', 'de')).toBe('he rtl')
    expect(await langOf('?lang=xx', 'nonsense;q=;;,*')).toBe('en ltr')
    const { page } = await call('GET', survey, '?lang=de&touchpoint=open')
    expect(page).toContain('Würden Sie uns empfehlen?')
    expect(page).toContain('>Absenden</button>')
    expect(page).toMatch(/<a href="[^"]*touchpoint=open[^"]*" lang="he"/)
    expect(page.replace(/data-ticket="[^"]*"/, '')).not.toMatch(/Continue|Send|Optional|Anonymous/)
  })

  test('a language that has one word for a thing says it in messages too', async () => {
    const survey = await live({ translations, access: { closesAt: inDays(-1) } })
    expect(await call('GET', survey, '?lang=de')).toMatchObject({ status: 409, page: expect.stringContaining('Diese Umfrage ist beendet') })
    expect((await call('GET', 'nonsense', '', undefined, { 'accept-language': 'es' })).page).toContain('Aquí no hay ninguna encuesta')
  })

  test('a survey that is not open yet, or has all the answers that it wants, says so', async () => {
    expect(await call('GET', await live({ access: { opensAt: inDays(1) } }))).toMatchObject({ status: 409, page: expect.stringContaining('not open yet') })
    const survey = await live({ access: { mostAnswers: 1 } })
    const { page } = await call('GET', survey)
    const late = (await call('GET', survey)).page
    expect((await submit(survey, page, { recommend: '9' })).status).toBe(303)
    expect(await submit(survey, late, { recommend: '9' })).toMatchObject({ status: 409, page: expect.stringContaining('This survey is complete') })
  })

  test('a personal link fills in what is known, is used once, and is refused in words when anything of it is changed', async () => {
    const survey = await live({ access: { who: 'invited' }, privacy: { mode: 'identified' }, questions: [{ ...SCORE, text: 'Hello {{name|you}}, {{missing|and}} {{gone}}?' }] })
    expect(await call('GET', survey)).toMatchObject({ status: 403, page: expect.stringContaining('by invitation') })
    const link = await linkTo(survey, { person: 'c-1', attributes: { name: '{{company}} <b>' }, touchpoint: 'open' }, { singleUse: true })
    const { status, page } = await call('GET', survey, link)
    expect(status).toBe(200)
    expect(page).toContain('Hello <bdi>{{company}} &lt;b&gt;</bdi>, and ?')
    expect(page).not.toContain('c-1')
    const turned = link.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))
    for (const broken of [turned, '?t=', '?t=x', `?t=${'A'.repeat(500)}`]) {
      expect(await call('GET', survey, broken)).toMatchObject({ status: 403, page: expect.stringContaining('This link is not complete') })
    }
    expect((await submit(survey, page, { recommend: '9' }, link)).status).toBe(303)
    expect(await stored(survey)).toMatchObject([{ person: 'c-1', touchpoint: 'open', score: 9 }])
    expect(await call('GET', survey, link)).toMatchObject({ status: 409, page: expect.stringContaining('Your answer is here already') })
    expect((await call('GET', await live(), await linkTo(survey, { person: 'c-2' }))).status).toBe(403)
  })

  test('only sites that the survey names may frame it', async () => {
    const survey = await live({ access: { origins: ['https://shop.example'] } })
    expect((await call('GET', survey)).headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://shop.example")
  })

  test('colours of its own are a style that the policy knows by its hash', async () => {
    const survey = await live({ look: { accent: '#ffe600', theme: 'dark' } })
    const { page, headers } = await call('GET', survey)
    expect(page).toContain('data-theme="dark"')
    expect(page).toContain('--accent:#ffe600')
    expect(headers.get('content-security-policy')?.match(/style-src ('sha256-[^']+' ?){2};/)).not.toBeNull()
  })

  test('a kiosk’s thanks lead back to the first page by themselves, with the place and without the answer', async () => {
    const survey = await live()
    const query = '?kiosk=1&source=kiosk&touchpoint=open&recommend=4'
    const { page } = await call('GET', survey, query)
    const { headers } = await submit(survey, page, { recommend: '9' }, query)
    const to = headers.get('location') ?? ''
    const thanks = await call('GET', survey, to.slice(to.indexOf('?')))
    expect(thanks.page).toContain(`http-equiv="refresh" content="8;url=/s/${survey}?kiosk=1&amp;source=kiosk&amp;touchpoint=open"`)
  })
})
