import { z } from 'zod'
import type { Sentence } from '#lib/sentence'
import type { Settings } from '#lib/surveys/settings'

export const FORMS = ['inline', 'popup', 'slide', 'button', 'page', 'invitation'] as const
export type Form = (typeof FORMS)[number]

export type Kind = Settings['rules']['kind']

/**
 * Once that a survey was put before a person, or that they answered one (`form` is 'answer' where nothing was reported but the
 * answer). `answeredAt`: when they answered it, as far as we know.
 */
export type Ask = {
  surveyId: string
  journeyId: string | null
  stage: string | null
  kind: Kind
  form: Form | 'answer'
  at: Date
  answeredAt: Date | null
}

const DAYS = 'a whole number of days from 1 to 3650, or nothing for no cap'
const Days = z.int(DAYS).min(1, DAYS).max(3650, DAYS).nullable()
const EachKind = z.strictObject({ triggered: Days, relationship: Days })

/**
 * How many days lie at least between two times that one person is asked: across all surveys, within a stage, within a journey.
 * null: no cap. Between two surveys of different kinds the shorter of their caps holds.
 */
export const Caps = z.strictObject({ all: EachKind, stage: EachKind, journey: EachKind })
export type Caps = z.infer<typeof Caps>
export type Scope = keyof Caps

export const USUAL_CAPS: Caps = {
  all: { triggered: 90, relationship: 183 },
  stage: { triggered: 90, relationship: 183 },
  journey: { triggered: 90, relationship: 183 },
}

/** All that the rules must know of a survey, as it stands or stood at a moment. */
export type Candidate = {
  id: string
  state: 'draft' | 'live' | 'closed' | 'archived'
  version: number
  journeyId: string
  stage: string | null
  settings: Pick<Settings, 'window' | 'access' | 'rules'>
  /** Counted only where the survey takes a limited number of them. */
  answers: number
}

export type Attributes = Readonly<Record<string, string | number | boolean>>

/** What is known of the moment in which somebody could be asked. */
export type Moment = {
  now: Date
  /** The site that asks; null where none says so, or where it is ours. */
  origin: string | null
  /** A place of its own on the page, or a button that the person presses. */
  form: 'inline' | 'button' | null
  /** The page has asked for just this survey. */
  isNamed: boolean
  event: string | null
  url: string | null
  attributes: Attributes
  /** Where this person or browser lies between 0 and 100, drawn once for each version of a survey. */
  share: (survey: Pick<Candidate, 'id' | 'version'>) => number
}

export type Reason =
  | 'draft' | 'closed' | 'archived' | 'not_open_yet' | 'over' | 'full' | 'invited_only' | 'other_site' | 'no_trigger' | 'other_event' | 'other_page'
  | 'attributes' | 'answered' | 'shown_enough' | 'recontact' | 'cap_all' | 'cap_stage' | 'cap_journey' | 'percentage' | 'another_first' | 'shown'

/** `detail` may be read by anybody; `more` is for the survey's team. */
export type Verdict =
  | { is: 'passed' | 'shown'; detail: Sentence; more?: Sentence }
  | { is: 'failed'; reason: Reason; detail: Sentence; more?: Sentence; until?: Date }

export type Case = { survey: Candidate; caps: Caps; ledger: readonly Ask[]; moment: Moment }

/** One of the rules in their fixed order. */
export type Rule = { rule: string; name: Sentence; judge: (given: Case) => Verdict }
