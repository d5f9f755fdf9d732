import { randomInt } from 'node:crypto'
import { type Context, inWorkspace } from '#lib/context'
import { appUrl } from '#lib/env'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { askedSurvey } from '#lib/surveys/asked'
import { type Written, writtenFor } from '#lib/widget/embed/written'
import type { PageRule } from '#lib/widget/pages'
import type { AskedSurvey } from '#lib/widget/types'
import { chooseOne, type Decision, decide, shareOf } from './decide'
import { readLedgers } from '../ledger'
import { type LiveSurvey, type LiveSurveys, liveSurveys } from './live-surveys'
import { pseudonymOf } from '../sign'
import type { StateQuery } from './state-query'
import type { Ask, Form, Moment } from '../types'
import { makeView, workOf } from '../view'

export type Decided = Omit<Decision, 'detail'> & { surveyId: string; detail: string }

/** What is to be shown now: the survey in one language, how, and the token that comes back with the answer. */
export type Shown = {
  survey: AskedSurvey
  form: Form
  side: 'left' | 'right'
  label?: string
  delaySeconds: number
  view: string
  /** How many leading zero bits the answer must be worked for; 0: none. */
  work: number
  touchpoint: string | null
  piped: Record<string, string>
} & Written

export type State = { decisions: Decided[]; show: Shown | null; pages: { surveyId: string; pages: PageRule[] }[] }

const MOST_DECISIONS = 100

/** What a browser remembers counts like the ledger: it could be made up, but only to be asked less. */
const rememberedIn = (known: LiveSurveys['known'], seen: NonNullable<StateQuery['seen']>, now: Date): Ask[] =>
  seen.map(({ s, at: ms, a }) => {
    const at = new Date(Math.min(ms, now.getTime()))
    const { kind = 'triggered', journeyId = null, stage = null } = known.get(s) ?? {}
    return { surveyId: s, journeyId, stage, kind, form: 'popup', at, answeredAt: a === 1 ? at : null }
  })

async function ledgerOf(ctx: Context, { key, known }: LiveSurveys, { userId, seen = [] }: StateQuery): Promise<Ask[]> {
  const remembered = rememberedIn(known, seen, ctx.now())
  if (userId === undefined) return remembered
  const ledgers = await inWorkspace(ctx, (tx) => readLedgers(tx, ctx, { key, people: [userId], now: ctx.now() }))
  return [...(ledgers.get(userId) ?? []), ...remembered]
}

/** Our own pages may ask about any survey. */
export const siteOf = (origin: string | null): string | null => (origin === new URL(appUrl()).origin ? null : origin)

function momentOf(ctx: Context, { key }: LiveSurveys, query: StateQuery, origin: string | null): Moment {
  const { userId, seed, survey, form = null, event = null, url = null, attributes = {} } = query
  const drawn = userId === undefined ? seed : pseudonymOf(key, userId)
  return {
    now: ctx.now(),
    origin: siteOf(origin),
    form,
    isNamed: survey !== undefined,
    event,
    url,
    attributes,
    // Without anything to know a browser by, each page view is drawn for itself.
    share: drawn === undefined ? () => randomInt(100_000) / 1_000 : (version) => shareOf(drawn, version),
  }
}

/** The surveys that are asked about: the one that was named, at the place that was named with it, or all that are live. */
function askedAbout({ live, closed, placeOf }: LiveSurveys, { survey: id, touchpoint }: StateQuery): readonly LiveSurvey[] {
  if (id === undefined) return live
  const survey = live.find((each) => each.id === id)
  if (!survey && closed.has(id)) return []
  if (!survey) throw notFound('survey')
  if (touchpoint === undefined) return [survey]
  const place = placeOf(survey.journeyId, touchpoint)
  if (!place) throw invalid(fault('/touchpoint', 'unknown_touchpoint', 'The journey has no touchpoint with this key.'))
  return [{ ...survey, touchpoint, stage: place.stage }]
}

function shownOf(ctx: Context, { key, placeOf }: LiveSurveys, survey: LiveSurvey, { form, lang = '', attributes = {} }: StateQuery): Shown {
  const { settings, definition, touchpoint, journeyId } = survey
  const asked = askedSurvey(survey, lang.split(',').map((each) => each.trim()))
  const label = definition.translations?.[asked.language]?.label ?? settings.window.label
  const work = workOf(settings)
  const place = touchpoint === null ? null : placeOf(journeyId, touchpoint)
  const piped = {
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)])),
    company: definition.company,
    ...(place ? { touchpoint: place.name, stage: place.stageName } : {}),
  }
  return {
    survey: asked,
    form: form ?? settings.window.form,
    side: settings.window.side,
    ...(label === undefined ? {} : { label }),
    delaySeconds: settings.rules.delaySeconds,
    view: makeView(key, { surveyId: survey.id, shownAt: ctx.now(), work }),
    work,
    touchpoint,
    piped,
    ...writtenFor(asked, piped, newId(), form === 'inline'),
  }
}

/** Which pages show something by themselves: a browser on any other page need not ask. */
const pagesOf = (live: readonly LiveSurvey[]) =>
  live.flatMap(({ id, settings: { rules } }) => (rules.event === undefined && rules.pages?.length ? [{ surveyId: id, pages: rules.pages }] : []))

/** What may be shown now to whoever looks at a page, and of every live survey why or why not. It writes nothing down. */
export async function readState(ctx: Context, query: StateQuery, origin: string | null): Promise<State> {
  const all = await liveSurveys(ctx)
  const about = askedAbout(all, query)
  const pages = query.survey === undefined && query.event === undefined ? pagesOf(all.live) : []
  if (query.survey !== undefined && about.length === 0) {
    return { decisions: [{ surveyId: query.survey, show: false, reason: 'closed', detail: 'The survey is closed.' }], show: null, pages }
  }
  const ledger = await ledgerOf(ctx, all, query)
  const moment = momentOf(ctx, all, query, origin)
  const decided = about.map((survey) => ({ survey, decision: decide({ survey, caps: all.caps, ledger, moment }) }))
  const chosen = chooseOne(decided.filter(({ decision }) => decision.show), ledger)?.survey ?? null
  const decisions = decided.map(({ survey: { id }, decision }): Decided => {
    if (!decision.show || id === chosen?.id) return { surveyId: id, ...decision, detail: decision.detail.message }
    return { surveyId: id, show: false, reason: 'another_first', detail: 'Another survey has its turn first.' }
  })
  const first = [...decisions.filter(({ show }) => show), ...decisions.filter(({ show }) => !show)]
  return { decisions: first.slice(0, MOST_DECISIONS), show: chosen && shownOf(ctx, all, chosen, query), pages }
}
