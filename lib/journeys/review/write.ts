import { z } from 'zod'
import type { Tx } from '#db/open'
import { reviews } from '#db/schema/maps'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { publish } from '#lib/live'
import { allow } from '#lib/permission'
import { addDays } from '#lib/time'
import { Day, Key } from '../input'
import { loadReview, type ReadReview, readReview, ReviewOf } from './read'
import { newCalendarKey } from './token'

const Days = z.int().min(1).max(730)

export const SetReview = z.strictObject({
  journey: Key,
  nextOn: Day.nullable(),
  everyDays: Days.nullable().default(null),
  lastOn: Day.nullable().optional(),
  staleDays: z.int().min(1).max(365).optional(),
})

type Change = Partial<Pick<typeof reviews.$inferInsert, 'nextOn' | 'everyDays' | 'lastOn' | 'staleDays' | 'calendarKey'>>

async function store(tx: Tx, ctx: Context, journeyId: string, change: Change): Promise<void> {
  const own = { workspaceId: ctx.workspaceId, journeyId }
  await tx
    .insert(reviews)
    .values({ ...own, calendarKey: newCalendarKey(), ...change })
    .onConflictDoUpdate({ target: [reviews.workspaceId, reviews.journeyId], set: change })
}

type Loaded = Awaited<ReturnType<typeof loadReview>>

async function changeReview(ctx: Context, journey: string, change: (loaded: Loaded) => Change): Promise<ReadReview> {
  const id = await inWorkspace(ctx, async (tx) => {
    const loaded = await loadReview(tx, ctx, journey)
    // A review that was made before calendars has no key yet.
    const key = loaded.calendarKey === null ? { calendarKey: newCalendarKey() } : {}
    await store(tx, ctx, loaded.id, { ...key, ...change(loaded) })
    return loaded.id
  })
  publish({ workspaceId: ctx.workspaceId, journeyId: id, answers: 0, what: 'map' })
  return readReview(ctx, { journey })
}

/** Plans reviews: once on a day, or again every so many days; without a first day they begin so many days from today. */
export async function setReview(ctx: Context, input: unknown): Promise<ReadReview> {
  allow(ctx, 'journey.write')
  const { journey, ...given } = SetReview.parse(input)
  return changeReview(ctx, journey, ({ today }) => {
    if (given.lastOn && given.lastOn > today) throw invalid(fault('/lastOn', 'invalid_date', 'The last review cannot lie ahead.'))
    return { ...given, nextOn: given.nextOn ?? (given.everyDays === null ? null : addDays(today, given.everyDays)) }
  })
}

/** The team has looked at the map today; where reviews repeat, the next one is counted from now. */
export async function markReviewed(ctx: Context, input: unknown): Promise<ReadReview> {
  allow(ctx, 'journey.write')
  const { journey } = ReviewOf.parse(input)
  return changeReview(ctx, journey, ({ review: { everyDays, nextOn }, today }) => {
    const isAhead = nextOn !== null && nextOn > today
    return { lastOn: today, nextOn: everyDays === null ? (isAhead ? nextOn : null) : addDays(today, everyDays) }
  })
}

/** A new address for calendars; the one before leads nowhere from now on. */
export async function renewCalendar(ctx: Context, input: unknown): Promise<ReadReview> {
  allow(ctx, 'journey.write')
  const { journey } = ReviewOf.parse(input)
  return changeReview(ctx, journey, () => ({ calendarKey: newCalendarKey() }))
}
