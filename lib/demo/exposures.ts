import type { Submission } from '#lib/collect/input'
import { eventPerson } from '#lib/collect/events/events'
import { lookUp } from '#lib/collect/lookup'
import { type EventKind, type NewEvent, recordEvents } from '#lib/collect/events/tally'
import { type Context, inWorkspace } from '#lib/context'
import { nameId } from '#lib/ids'
import { type Random, seeded } from './chance'

/** How a widget at a touchpoint fares, as shares: of those asked who answer, of those who begin who finish, of those asked who do what it is for. */
type Fares = { answer: number; finish: number; convert: number }

// Where the product shows the widget; e-mail, phone and chat ask in other ways, and nobody is exposed there.
const WIDGETS: Readonly<Record<string, Fares>> = {
  'landing-page': { answer: 0.09, finish: 0.71, convert: 0.06 },
  'plans-page': { answer: 0.17, finish: 0.78, convert: 0.13 },
  'sign-up': { answer: 0.36, finish: 0.88, convert: 0.62 },
  payment: { answer: 0.33, finish: 0.85, convert: 0.7 },
  'set-up-wizard': { answer: 0.3, finish: 0.64, convert: 0.48 },
  'data-import': { answer: 0.27, finish: 0.57, convert: 0.31 },
  'everyday-use': { answer: 0.24, finish: 0.81, convert: 0.55 },
  'help-centre': { answer: 0.14, finish: 0.76, convert: 0.35 },
}

const BATCH = 1_000
const SECOND_MS = 1_000
const APART_MS = 36 * 3_600_000

/** So many that they are this many on average. */
const some = (mean: number, random: Random): number => Math.floor(mean) + (random() < mean % 1 ? 1 : 0)

type Told = { kind: EventKind; name: string; person: string | null; at: number }

/** What was told around one answer: that it was asked for and begun, and of others who were asked in those days and did not finish. */
function toldOf({ answer, finish, convert }: Fares, person: string | null, answered: number, now: number, random: Random): Told[] {
  const others = some(1 / answer - 1, random)
  const [begun, converted] = [some(1 / finish - 1, random), some(convert * (1 + others), random)]
  const told: Told[] = [
    { kind: 'exposed', name: 'exposed', person, at: answered - 40 * SECOND_MS },
    { kind: 'started', name: 'started', person: null, at: answered - 30 * SECOND_MS },
    { kind: 'completed', name: 'completed', person: null, at: answered },
  ]
  for (let i = 0; i < others; i++) {
    const at = Math.min(now, answered + (random() - 0.5) * APART_MS)
    told.push({ kind: 'exposed', name: `exposed ${i}`, person: null, at })
    if (i < begun) told.push({ kind: 'started', name: `started ${i}`, person: null, at })
  }
  for (let i = 0; i < converted; i++) told.push({ kind: 'converted', name: `converted ${i}`, person: null, at: answered })
  return told
}

/** Tells of the people whom the demo's widgets asked, those who answered among them; the same again counts nothing twice. */
export async function tellExposures(ctx: Context, answers: Iterable<Submission>): Promise<void> {
  const random = seeded(22)
  const now = ctx.now().getTime()
  let waiting: NewEvent[] = []
  const write = async () => {
    const events = waiting
    waiting = []
    await inWorkspace(ctx, (tx) => recordEvents(tx, ctx, events))
  }
  for (const { surveyId, submissionId, touchpoint, channel, occurredAt, userId } of answers) {
    const fares = touchpoint !== undefined && (channel === 'web' || channel === 'app') ? WIDGETS[touchpoint] : undefined
    const known = fares && (await lookUp(ctx, surveyId))
    if (!fares || !known || touchpoint === undefined || !Object.hasOwn(known.structure.stageOf, touchpoint)) continue
    for (const { kind, name, person, at } of toldOf(fares, eventPerson(known.survey, 'exposed', userId), Date.parse(occurredAt ?? ''), now, random)) {
      const eventId = nameId(`${name} ${submissionId}`, ctx.workspaceId)
      waiting.push({ structure: known.structure, surveyId, eventId, kind, touchpoint, channel: channel ?? null, person, occurredAt: new Date(at) })
    }
    if (waiting.length >= BATCH) await write()
  }
  if (waiting.length > 0) await write()
}
