import { notFound } from 'next/navigation'
import type { Context } from '#lib/context'
import { Problem } from '#lib/errors'
import { readJourney } from '#lib/journeys/read'
import { readMap } from '#lib/maps/read-map'
import type { JourneyMap } from '#lib/maps/types'
import { localDay } from '#lib/time'
import { type Filter, MAP_PRESET } from './address'
import { presetDays, readFilter, type SearchParams } from './filter'

export type Asked = { journey: string; from?: string; to?: string; channel?: string }

/** A journey that is not here is a page that is not here. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') notFound()
    throw error
  })
}

/** What the read model is asked: relative periods become days of the journey's own calendar. */
export async function askedOf(ctx: Context, journey: string, { period, from, to, channel }: Filter): Promise<Asked> {
  if (period === 'custom') return { journey, from, to, channel }
  if (period === MAP_PRESET) return { journey, channel }
  const { timeZone } = await readJourney(ctx, { journey })
  return { journey, channel, ...presetDays(period, localDay(ctx.now(), timeZone)) }
}

type Loaded = { map: JourneyMap; asked: Asked; filter: Filter; fault: string | null }

/** The map of an address. A filter that the read model refuses is said, and the unfiltered map is shown. */
export async function loadMap(ctx: Context, journey: string, params: SearchParams): Promise<Loaded> {
  const { filter, fault } = readFilter(params)
  try {
    const asked = await askedOf(ctx, journey, filter)
    return { map: await readMap(ctx, asked), asked, filter, fault }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'validation_failed') throw error
    const plain: Filter = { ...filter, period: MAP_PRESET, from: undefined, to: undefined, channel: undefined }
    return { map: await readMap(ctx, { journey }), asked: { journey }, filter: plain, fault: `${error.message} The default period is shown.` }
  }
}
