import { z } from 'zod'
import type { Change, Forecast } from './types'

const day = z.iso.date()
const number = z.number()
const margin = { value: number, low: number, high: number }

export const ChangeRow: z.ZodType<Change> = z
  .object({
    baseline: z.object({ from: day, to: day, value: number, n: z.int(), declared: z.boolean() }).nullable(),
    reason: z.enum(['too_few_periods', 'mix_changed']).nullable(),
    points: z.array(z.object({ from: day, z: number.nullable(), ewma: number.nullable(), limit: number.nullable(), watch: z.boolean() })),
    confirmed: z.object({ q: number, isConfirmed: z.boolean(), from: day, to: day, difference: z.object(margin) }).nullable(),
  })
  .meta({ id: 'Change', description: 'Watch: the slow average of z lies below minus its limit. By month, whatever is drawn. Confirmed: the last three months together fell, q at most .01 over all places tested.' })

export const ForecastRow: z.ZodType<Forecast> = z
  .object({
    shown: z.boolean(),
    reason: z.enum(['too_few_periods', 'no_better_than_last', 'period_is_past']).nullable(),
    points: z.array(z.object({ from: day, to: day, ...margin })),
    backtest: z.object({ error: number, naiveError: number, origins: z.int() }).nullable(),
  })
  .meta({ id: 'Forecast', description: 'The next steps if nothing changes, with 95 % intervals. Shown only where such forecasts were closer than "same as last".' })
