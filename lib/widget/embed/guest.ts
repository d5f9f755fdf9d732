import type { PageRule } from '../pages'
import type { AskedSurvey } from '../types'
import { openQueue } from './queue'
import { keep, newId, recall } from './store'
import type { Written } from './written'

export type Decision = { surveyId: string; show: boolean; reason: string; detail: string; until?: string }

/** A survey that may be shown now, with everything that showing it takes. */
export type Offer = {
  survey: AskedSurvey
  form: 'inline' | 'popup' | 'slide' | 'button'
  side: 'right' | 'left'
  label?: string
  delaySeconds: number
  view: string
  work: number
  touchpoint: string | null
} & Written

export type State = { decisions: Decision[]; show: Offer | null; pages: { surveyId: string; pages: PageRule[] }[] }

export type Listener = (detail: unknown) => void

/** What this browser remembers of a survey that it showed: which, when, and whether it was answered. */
type Seen = { s: string; at: number; a?: 1 }

const MOST_SEEN = 30
const PATIENCE_MS = 60_000

/** What is known of the page that we are a guest on, and of who looks at it. */
export const guest = {
  workspace: '',
  url: '',
  language: '',
  userId: '',
  attributes: {} as Record<string, string | number | boolean>,
}

let listeners: [string, Listener][] = []

export const listen = (name: string, listener: Listener): void => void listeners.push([name, listener])

/** Without a listener: none of that name hears any more. */
export function unlisten(name: string, listener?: Listener): void {
  listeners = listeners.filter(([on, each]) => on !== name || (listener && each !== listener))
}

export function emit(name: string, detail: unknown): void {
  for (const [on, listener] of listeners) {
    try {
      if (on === name) listener(detail)
    } catch {
      // A listener's trouble is its page's own.
    }
  }
}

export const queue = openQueue((refusal) => emit('error', refusal))

const addressOf = (verb: string): string => `${guest.url}/api/v1/client/${guest.workspace}/${verb}`

// How far the server's clock is ahead of this one: what is sent late says when it was, and clocks are often wrong.
let aheadMs = 0

export const now = (): string => new Date(Date.now() + aheadMs).toISOString()

let quietUntil = 0

/** Asks what may be shown; null where the server says nothing, and then it is not asked again for a while. */
export async function ask(about: Readonly<Record<string, string>>): Promise<State | null> {
  if (!guest.workspace || Date.now() < quietUntil) return null
  const lang = guest.language || document.documentElement.lang || navigator.language
  const search = new URLSearchParams({ url: location.href.slice(0, 2000), lang, ...about })
  if (Object.keys(guest.attributes).length > 0) search.set('attributes', JSON.stringify(guest.attributes))
  if (guest.userId) search.set('userId', guest.userId)
  else {
    const { seed, seen } = remembered()
    keep('localStorage', memory(), { seed, seen })
    search.set('seed', seed)
    search.set('seen', JSON.stringify(seen))
  }
  const response = await fetch(`${addressOf('state')}?${search}`, { credentials: 'omit' }).catch(() => null)
  if (!response || response.status > 428) quietUntil = Date.now() + PATIENCE_MS
  if (!response) return null
  aheadMs = Date.parse(response.headers.get('date') || '') - Date.now() || 0
  const { data, code, detail } = (await response.json().catch(() => ({}))) as { data?: State; code?: string; detail?: string }
  if (data) emit('decisions', data.decisions)
  else emit('error', { status: response.status, code, detail })
  return data || null
}

export const post = (verb: string, id: string, body: Readonly<Record<string, unknown>>, revision = 0): Promise<void> =>
  queue.send({ id, url: addressOf(verb), body: JSON.stringify(body), revision })

/** Something that happened with a survey; once for each `eventId`. */
export const tell = (kind: string, about: Readonly<Record<string, unknown>>, eventId = newId()): void =>
  void post('events', eventId, { eventId, kind, occurredAt: now(), ...about })

const memory = (): string => `wayfelt.${guest.workspace}`

/** `seed`: which share of people this browser is in; one number of a thousand, and so no name for anybody. */
type Memory = { seed: string; seen: Seen[] }

const remembered = (): Memory => recall<Memory>('localStorage', memory()) || { seed: String(Math.floor(Math.random() * 1000)), seen: [] }

export function remember(s: string, isAnswered = false): void {
  const { seed, seen } = remembered()
  keep('localStorage', memory(), { seed, seen: [{ s, at: Date.now(), a: isAnswered ? 1 : undefined }, ...seen].slice(0, MOST_SEEN) })
}

export const forget = (): void => keep('localStorage', memory(), null)
