import { z } from 'zod'
import { Asking, Text } from '#lib/maps/asked'
import { Compare } from '#lib/maps/comparison/against'
import { addDays } from '#lib/time'
import { type Filter, MAP_PRESET, PRESETS, type Preset } from './address'

export type SearchParams = Record<string, string | string[] | undefined>

// The read model's own words for what it takes, so that an address which passes here is never refused there.
const isDay = (day: string) => Asking.shape.from.safeParse(day).success
const trimmed = (max: number) => z.string().trim().pipe(Text(max))
const key = Text(60)
const presets = z.enum(PRESETS)

function take<T>(schema: z.ZodType<T>, given: string | string[] | undefined): T | undefined {
  const parsed = schema.safeParse(given)
  return parsed.success ? parsed.data : undefined
}

/** What of an address cannot be read: each has its sentence among the map's texts, as `fault.segment`. */
export type FilterFault = 'segment' | 'compare' | 'unread' | 'dates' | 'order'

/** The filters of an address. What cannot be read falls back to the default and is named, because a link that somebody mistyped should still show a map. */
export function readFilter(params: SearchParams, preset: Preset = MAP_PRESET): { filter: Filter; fault: FilterFault | null } {
  const parts: Partial<Filter> = {
    period: take(presets, params.period),
    channel: take(trimmed(100), params.channel),
    variant: take(trimmed(120), params.variant),
    segment: take(Asking.shape.segment, params.segment),
    compare: take(Compare, params.compare),
    heat: take(z.literal('severity'), params.heat),
    detail: take(z.literal('touchpoints'), params.detail),
    stage: take(key, params.stage),
    touchpoint: take(key, params.touchpoint),
    search: take(trimmed(200), params.search),
    mood: take(z.enum(['negative', 'neutral', 'positive']), params.mood),
    via: take(trimmed(100), params.via),
    at: take(key, params.at),
  }
  const filter = { ...parts, period: parts.period ?? preset }
  const isLost = (name: string) => Boolean(params[name]?.length) && parts[name as keyof Filter] === undefined
  const lost = isLost('segment') ? 'segment' : isLost('compare') ? 'compare' : Object.keys(parts).some(isLost) ? 'unread' : null
  const { from, to } = params
  if (from === undefined && to === undefined) return { filter, fault: lost }
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return { filter, fault: 'dates' }
  if (from > to) return { filter, fault: 'order' }
  return { filter: { ...filter, period: 'custom', from, to }, fault: lost }
}

/** First and last local day of a preset that ends today; both count. */
export function presetDays(preset: Preset, today: string): { from: string; to: string } {
  if (preset === '12m') {
    const tomorrow = addDays(today, 1)
    // A day that the year before lacks (29 February) becomes the next one.
    return { from: addDays(`${Number(tomorrow.slice(0, 4)) - 1}${tomorrow.slice(4)}`, 0), to: today }
  }
  return { from: addDays(today, 1 - Number.parseInt(preset, 10)), to: today }
}

/** Whether an address asks for a segment that answers are not counted by, or not all of them yet. */
export function asksUncounted({ segment, compare }: SearchParams, counted: readonly { name: string }[]): boolean {
  const asked = [segment, ...[compare].flat().map((one) => (one?.startsWith('segment:') ? one.slice('segment:'.length) : undefined))]
  return asked.some((one) => typeof one === 'string' && one.includes(':') && !counted.some(({ name }) => name === one.slice(0, one.indexOf(':'))))
}
