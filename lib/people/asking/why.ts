import { TZDate } from '@date-fns/tz'
import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { badText } from '#lib/http/body'
import { allow } from '#lib/permission'
import { inEnglish } from '#lib/sentence'
import { capsOf } from '../caps'
import { readLedgers } from '../ledger'
import { pseudonymOf } from '../sign'
import type { Moment, Reason } from '../types'
import { AttributeBag } from './attributes'
import { explain, type Step, shareOf } from './decide'
import { siteOf } from './state'
import { inJson } from './state-query'
import { candidateAt, type Encounter, encountersAround, namedSurvey } from './why-read'

const Time = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true })], 'a moment such as 2026-11-20T12:00, with or without an offset')

export const WhyQuery = z.strictObject({
  /** The id under which your pages know the person; without it, somebody whom nobody knows. */
  person: z.string().trim().min(1).max(255).optional(),
  /** When; without an offset in the time zone of the journey, left out: now. */
  at: Time.optional(),
  /** itself: an event or a page. show: wayfelt.show(). inline, button: a place on the page. */
  by: z.enum(['itself', 'show', 'inline', 'button']).default('itself'),
  event: z.string().trim().min(1).max(80).optional(),
  url: z.string().trim().min(1).max(4_000).optional(),
  /** As JSON, where it stands in an address. */
  attributes: z.union([AttributeBag, inJson(AttributeBag)]).optional(),
})

const Input = WhyQuery.extend({ survey: z.uuid() })

/** A step in the words of whoever asks. */
export type Told = Omit<Step, 'name' | 'detail'> & { name: string; detail: string | null }

export type Why = {
  survey: { id: string; name: string; version: number | null }
  at: Date
  timeZone: string
  show: boolean
  reason: Reason
  detail: string
  until: Date | null
  steps: Told[]
  encounters: Encounter[]
}

const AHEAD_MS = 5 * 60_000

/** A moment as somebody wrote it: with an offset exactly, else on the clocks of the journey. */
function momentIn(timeZone: string, text: string | undefined, now: Date): Date {
  if (text === undefined) return now
  const isLocal = !/(Z|[+-]\d{2}:?\d{2})$/i.test(text)
  const wall = new Date(isLocal ? `${text}Z` : text)
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()]
  const at = isLocal ? new Date(new TZDate(year, month, day, wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds(), timeZone).getTime()) : wall
  if (at.getTime() > now.getTime() + AHEAD_MS) throw invalid(fault('/at', 'invalid_date', 'This moment has not come yet: nobody knows what will have been asked by then.'))
  if (at.getTime() < 0) throw invalid(fault('/at', 'invalid_date', 'Nobody was asked anything before 1970.'))
  return at > now ? now : at
}

const originOf = (url: string | undefined): string | null => (url !== undefined && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).origin : null)

type Asked = z.infer<typeof WhyQuery>

const asMoment = (now: Date, { person, by, event, url, attributes = {} }: Asked, pseudonym: string | null): Moment => ({
  now,
  origin: siteOf(originOf(url)),
  form: by === 'inline' || by === 'button' ? by : null,
  isNamed: by !== 'itself',
  event: event ?? null,
  url: url ?? null,
  attributes,
  // Of somebody unknown only their browser knows what it has drawn.
  share: (survey) => (person === undefined || pseudonym === null ? 0 : shareOf(pseudonym, survey)),
})

/**
 * What `state` would have answered for somebody at a moment, rule by rule: with the version and the state that the survey had then,
 * and the ledger as it stood. Only the caps are those of today; what a browser remembered by itself nobody knows.
 */
export async function whyShown(ctx: Context, input: unknown, voice = inEnglish): Promise<Why> {
  allow(ctx, 'survey.read')
  allow(ctx, 'person.read')
  const { survey: id, ...asked } = Input.parse(input)
  const bad = badText(asked, [])
  if (bad) throw invalid(bad)
  return inWorkspace(ctx, async (tx) => {
    const survey = await namedSurvey(tx, ctx, id)
    const at = momentIn(survey.timeZone, asked.at, ctx.now())
    const candidate = await candidateAt(tx, ctx, survey, at)
    const caps = await capsOf(tx, ctx)
    const person = asked.person === undefined ? null : { id: asked.person, pseudonym: pseudonymOf(survey.key, asked.person) }
    const ledgers = person && (await readLedgers(tx, ctx, { key: survey.key, people: [person.id], now: at }))
    const ledger = (person && ledgers?.get(person.id)) ?? []
    const { decision, steps } = explain({ survey: candidate, caps, ledger, moment: asMoment(at, asked, person?.pseudonym ?? null) })
    return {
      survey: { id, name: survey.name, version: candidate.version === 0 ? null : candidate.version },
      at,
      timeZone: survey.timeZone,
      show: decision.show,
      reason: decision.reason,
      detail: voice(decision.detail),
      until: decision.until ?? null,
      steps: steps.map((step) => ({ ...step, name: voice(step.name), detail: step.detail && voice(step.detail) })),
      encounters: person ? await encountersAround(tx, ctx, person, at) : [],
    }
  })
}
