import { z } from 'zod'
import type { Context } from '#lib/context'
import { type Plan, readPlan } from '#lib/maps/read-plan'
import { readMap } from '#lib/maps/read-map'
import { readSay } from '../../../../../_words/server'
import { type Filter, MAP_PRESET } from '../_filter/address'
import { earlierFilter } from '../_filter/earlier'
import type { SearchParams } from '../_filter/filter'
import { readAsked } from '../_filter/refused'
import { type Asked, askedOf } from '../_map/load'

const Metric = z.enum(['emotion', 'nps', 'csat', 'ces', 'sentiment']).catch('emotion')

type Loaded = { plan: Plan; asked: Asked; channels: { value: string; label: string; detail: string }[]; filter: Filter; fault: string | null; earlier: boolean }

/** The plan that an address asks for; a filter that the read model refuses is said, and left out. */
export async function loadPlan(ctx: Context, journey: string, params: SearchParams): Promise<Loaded> {
  const say = await readSay()
  const metric = Metric.parse(params.metric)
  const read = async ({ period, from, to, channel }: Filter, fault: string | null): Promise<Loaded> => {
    const filter: Filter = { period, from, to, channel }
    const asked = await askedOf(ctx, journey, filter)
    const plan = await readPlan(ctx, { ...asked, metric })
    const { channels, answers, timeZone } = await readMap(ctx, { journey, from: plan.from, to: plan.to })
    const before = answers === 0 ? await earlierFilter(ctx, { key: plan.journey.key, timeZone }, filter, MAP_PRESET) : null
    if (before) return { ...(await read(before, fault)), earlier: true }
    const listed = channels.map(({ value, n }) => ({ value, label: value, detail: say.count(n) }))
    return { plan, asked, channels: listed, filter, fault, earlier: false }
  }
  return readAsked(params, MAP_PRESET, read, { metric })
}
