import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/open'
import { journeys } from '#db/schema/journeys'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import { allow } from '#lib/permission'
import { MIN_BASELINE } from '#lib/stats/change/baseline'
import { addDays, addMonths, localDay, monthOf } from '#lib/time'
import { findJourney } from './find'
import { changeJourney, type Held } from './hold'
import { Day, Key } from './input'

/** The days that later ones are compared with; without declared ones each stage takes its own first six months. */
export type Baseline = { from: string; to: string }
export type ReadBaseline = (Baseline & { declared: true }) | { from: null; to: null; declared: false }

const Stored: z.ZodType<Baseline> = z.object({ from: Day, to: Day })
const NONE: ReadBaseline = { from: null, to: null, declared: false }

export async function loadBaseline(tx: Tx, workspaceId: string, journeyId: string): Promise<Baseline | null> {
  const [row] = await tx
    .select({ baseline: journeys.baseline })
    .from(journeys)
    .where(and(eq(journeys.workspaceId, workspaceId), eq(journeys.id, journeyId)))
  return row?.baseline == null ? null : Stored.parse(row.baseline)
}

/** How many calendar months lie wholly within two days, both included. */
function wholeMonths({ from, to }: Baseline): number {
  const first = from === monthOf(from) ? from : addMonths(from, 1)
  const end = monthOf(addDays(to, 1))
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.max(0, months(end) - months(first))
}

export const BaselineOf = z.strictObject({ journey: Key })
export const SetBaseline = z.strictObject({ journey: Key, from: Day, to: Day })

export async function readBaseline(ctx: Context, input: unknown): Promise<ReadBaseline> {
  allow(ctx, 'journey.read')
  const { journey: key } = BaselineOf.parse(input)
  return inWorkspace(ctx, async (tx) => {
    const journey = await findJourney(tx, ctx, key)
    const declared = await loadBaseline(tx, ctx.workspaceId, journey.id)
    return declared ? { ...declared, declared: true } : NONE
  })
}

const store = (tx: Tx, ctx: Context, journey: Held, baseline: Baseline | null) =>
  tx.update(journeys).set({ baseline }).where(and(eq(journeys.workspaceId, ctx.workspaceId), eq(journeys.id, journey.id)))

export async function setBaseline(ctx: Context, input: unknown): Promise<ReadBaseline> {
  allow(ctx, 'journey.write')
  const { journey: key, ...baseline } = SetBaseline.parse(input)
  const { from, to } = baseline
  if (from > to) throw invalid(fault('/from', 'invalid_date', 'The baseline begins on {from}, after its end on {to}.', { from, to }))
  if (wholeMonths(baseline) < MIN_BASELINE) {
    throw invalid(fault('/to', 'baseline_too_short', 'A baseline holds at least {least} whole calendar months; these days hold {months}.', { least: MIN_BASELINE, months: wholeMonths(baseline) }))
  }
  return changeJourney(ctx, key, async (tx, journey) => {
    const today = localDay(ctx.now(), journey.timeZone)
    if (to >= today) throw invalid(fault('/to', 'invalid_date', 'A baseline ends before today, {today}: only days that are over can be compared with.', { today }))
    await store(tx, ctx, journey, baseline)
    return { ...baseline, declared: true }
  })
}

/** Back to each stage's own first six months. */
export async function clearBaseline(ctx: Context, input: unknown): Promise<ReadBaseline> {
  allow(ctx, 'journey.write')
  const { journey: key } = BaselineOf.parse(input)
  await changeJourney(ctx, key, (tx, journey) => store(tx, ctx, journey, null))
  return NONE
}
