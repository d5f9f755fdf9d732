import type { Tx } from '#db/open'
import type { Context } from '#lib/context'
import { studyOf } from '#lib/studies/store'
import { ASKED_INSTRUMENTS } from '../asked'
import { type CellQuery, type Lookup, readCells } from '../cells'
import type { Charted } from '../journey'
import { outcomeOf } from '../drivers/read-drivers'
import { persistenceSpan, severitiesOf } from './severity'
import type { PainCell, StudyNow } from '../types'

type Drawn = { journey: Charted; query: CellQuery; lookup: Lookup; pain: readonly PainCell[]; today: string }

/** The pain points with how much each matters: one statement for the journey's last study, one for the months that persistence looks at. */
export async function weighPain(tx: Tx, ctx: Context, { journey, query, lookup, pain, today }: Drawn): Promise<{ pain: PainCell[]; study: StudyNow }> {
  const { state, progress, countedAt, result, outcome } = await studyOf(tx, ctx, query.journeyId)
  const months = await readCells(tx, {
    ...query,
    ...persistenceSpan(today),
    every: 'month',
    instruments: ASKED_INSTRUMENTS,
    places: { touchpoint: query.places.touchpoint ?? [] },
  })
  const cells = pain.map(({ touchpoint, instrument, score }) => {
    return { touchpoint, instrument, tally: lookup('touchpoint', touchpoint, instrument), isHidden: score.suppressed }
  })
  const weighed = severitiesOf(cells, result, months, today)
  return {
    pain: pain.map((cell, i) => ({ ...cell, pain: weighed[i] ?? null })),
    study: { state, progress, countedAt: countedAt?.toISOString() ?? null, window: result?.window ?? null, outcome: outcomeOf(outcome, journey) },
  }
}
