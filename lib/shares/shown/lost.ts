import type { Tx } from '#db/open'
import { type Cell, type Lookup, readCells } from '#lib/maps/cells'
import type { DrawnMap } from '#lib/maps/draw-map'
import { addTallies, EMPTY, type Tally } from '#lib/stats/tally'
import { addDays } from '#lib/time'
import { type Block, countsOf } from './blocks'

/** What has left the period since a stage was taken, cell by cell. */
export async function readLost(tx: Tx, { query, journey, map }: DrawnMap, blocks: readonly Block[]): Promise<(before: Block) => ReturnType<typeof countsOf>> {
  const from = blocks.map((block) => block.from).sort()[0] ?? map.from
  const cells = from < map.from ? await readCells(tx, { ...query, from, to: addDays(map.from, -1), every: 'day' }) : []
  return (before) => {
    const place = journey.stages.find(({ key }) => key === before.stage.key)
    return place ? countsOf(place, since(cells, before.from)) : {}
  }
}

function since(cells: readonly Cell[], from: string): Lookup {
  const sums = new Map<string, Tally>()
  for (const { level, place, instrument, period, tally } of cells) {
    const key = `${level} ${instrument} ${place}`
    if (period >= from) sums.set(key, addTallies(sums.get(key) ?? EMPTY, tally))
  }
  return (level, place, instrument) => sums.get(`${level} ${instrument} ${place}`) ?? EMPTY
}
