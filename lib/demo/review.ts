import type { Context } from '#lib/context'
import { setReview } from '#lib/journeys/review/write'
import { addDays, localDay } from '#lib/time'

/** The demo's team looks at its map every month, and did so not long ago. */
export async function planDemoReview(ctx: Context, journey: string): Promise<void> {
  const today = localDay(ctx.now(), 'UTC')
  await setReview(ctx, { journey, everyDays: 30, lastOn: addDays(today, -18), nextOn: addDays(today, 12), staleDays: 30 })
}
