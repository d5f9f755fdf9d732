import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import type { Campaign } from '#lib/campaigns/types'
import { type Instrument, INSTRUMENTS } from '#lib/stats/instruments'
import { EMPTY, type Tally } from '#lib/stats/tally'
import { addDays, daysBetween } from '#lib/time'
import { DEFAULT_SOURCES } from '../asked'
import { summed, type SummedRow, tallyFrom } from '../cells'

/** Of one that goes on, its first year: what came before is held against as many days. */
const MOST_DAYS = 366

export type Window = { campaign: string; stages: readonly string[]; days: number; during: { from: string; to: string }; before: { from: string; to: string } }

/** The days of a campaign that has begun, until today, and as many just before it. */
export function windowOf({ id, stages, starts, ends }: Campaign, today: string): Window {
  const last = ends === null || ends > today ? today : ends
  const days = Math.min(MOST_DAYS, daysBetween(starts, last) + 1)
  const during = { from: starts, to: addDays(starts, days - 1) }
  return { campaign: id, stages, days, during, before: { from: addDays(starts, -days), to: addDays(starts, -1) } }
}

export type Sides = { during: (stage: string, instrument: Instrument) => Tally; before: (stage: string, instrument: Instrument) => Tally }

type Row = SummedRow & { i: number; stage: string; instrument: Instrument }

/** The stages' counters in all windows, in one question. */
export async function readWindows(tx: Tx, place: { workspaceId: string; journeyId: string }, windows: readonly Window[]): Promise<Sides[]> {
  const asked = windows.flatMap(({ stages, during, before }, i) =>
    stages.flatMap((stage) => [
      { i: 2 * i, stage, first: during.from, last: during.to },
      { i: 2 * i + 1, stage, first: before.from, last: before.to },
    ]),
  )
  const found = asked.length === 0 ? [] : await rows<Row>(tx, sql`
    select w.i, w.stage, d.instrument, ${summed}
    from json_to_recordset(${JSON.stringify(asked)}::json) as w (i int, stage text, first date, last date)
    join tally_days d
      on d.workspace_id = ${place.workspaceId} and d.journey_id = ${place.journeyId} and d.level = 'stage' and d.place = w.stage
      and d.instrument in ${[...INSTRUMENTS]} and d.source in ${[...DEFAULT_SOURCES]} and d.day between w.first and w.last
    group by w.i, w.stage, d.instrument`)
  const keyOf = (i: number, stage: string, instrument: Instrument) => `${i} ${instrument} ${stage}`
  const tallies = new Map(found.map((row) => [keyOf(row.i, row.stage, row.instrument), tallyFrom(row)]))
  const side = (i: number) => (stage: string, instrument: Instrument) => tallies.get(keyOf(i, stage, instrument)) ?? EMPTY
  return windows.map((_, i) => ({ during: side(2 * i), before: side(2 * i + 1) }))
}
