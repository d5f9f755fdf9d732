import { z } from 'zod'
import type { Context } from '#lib/context'
import { type ReadBaseline, readBaseline } from '#lib/journeys/baseline'
import { readJourney } from '#lib/journeys/read'
import { readMap } from '#lib/maps/read-map'
import { readTrend } from '#lib/maps/change/read-trend'
import type { Trend } from '#lib/maps/change/types'
import { addMonths, localDay, monthOf } from '#lib/time'
import { readSay, readWords } from '../../../../../_words/server'
import { dimensionsOf, groupPicker } from '../_compare/groups'
import { mapInWords, readInWords } from '../_headline/read'
import { type Filter, OVER_TIME_PRESET } from '../_filter/address'
import { earlierFilter } from '../_filter/earlier'
import { presetDays, type SearchParams } from '../_filter/filter'
import { readAsked } from '../_filter/refused'

const Metric = z.enum(['nps', 'csat', 'ces', 'sentiment', 'emotion']).catch('nps')
const Every = z.enum(['month', 'week']).catch('month')

/** Months are shown whole: twelve of them, this one running, or those that a shorter period touches. */
function daysOf({ period, from, to }: Filter, every: 'month' | 'week', today: string) {
  if (period === 'custom') return { from, to }
  const days = presetDays(period, today)
  if (every === 'week') return days
  return { from: period === '12m' ? addMonths(monthOf(today), -11) : monthOf(days.from), to: today }
}

type Loaded = { trend: Trend; channels: { value: string; label: string; detail: string }[]; groups: ReturnType<typeof groupPicker>; filter: Filter; fault: string | null; earlier: boolean; baseline: ReadBaseline; moments: Readonly<Record<string, true>> }

/** The stages over time that an address asks for; a filter that the read model refuses is said, and left out. */
export async function loadTrend(ctx: Context, journey: string, params: SearchParams): Promise<Loaded> {
  const [metric, every] = [Metric.parse(params.metric), Every.parse(params.every)]
  const { timeZone } = await readJourney(ctx, { journey })
  const [t, say] = [await readWords('compare'), await readSay()]
  const baseline = await readBaseline(ctx, { journey })
  const today = localDay(ctx.now(), timeZone)
  const read = async (asked: Filter, said: string | null): Promise<Loaded> => {
    const days = daysOf(asked, every, today)
    const { channel, variant, segment } = asked
    const trend = await readInWords(readTrend(ctx, { journey, metric, every, ...days, channel, variant, segment }))
    const { channels, dimensions, personas, lanes, answers } = await mapInWords(await readMap(ctx, { journey, ...days }))
    const before = answers === 0 ? await earlierFilter(ctx, { key: trend.journey.key, timeZone }, asked, OVER_TIME_PRESET) : null
    if (before) return { ...(await read(before, said)), earlier: true }
    const listed = channels.map(({ value, n }) => ({ value, label: value, detail: say.count(n) }))
    return { trend, channels: listed, groups: groupPicker(t, dimensionsOf(say, { channels, dimensions, personas })), filter: asked, fault: said, earlier: false, baseline, moments: lanes.moment.stage }
  }
  return readAsked(params, OVER_TIME_PRESET, read, { metric, every })
}
