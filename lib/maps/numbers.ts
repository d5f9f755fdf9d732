import { measureIndex } from '#lib/stats/index-of'
import type { AskedInstrument, Instrument } from '#lib/stats/instruments'
import { measure, metricOf } from '#lib/stats/measure'
import { hide } from '#lib/stats/suppress'
import type { Tally } from '#lib/stats/tally'
import { ASKED_INSTRUMENTS } from './asked'
import type { Lookup } from './cells'
import type { Gone } from './suppress/guard'
import type { Stage } from './journey'
import { hiddenAt } from './suppress/suppress-map'
import type { MapStage, MapTouchpoint, PainCell, PlaceNumbers, StageHeat } from './types'

const shown = <M>(m: M, isHidden: boolean, hideIt: (m: M) => M): M => (isHidden ? hideIt(m) : m)

const number = (instrument: Instrument, tally: Tally, isHidden: boolean) => shown(measure(metricOf(instrument), tally), isHidden, hide)
const index = (instrument: AskedInstrument, tally: Tally, isHidden: boolean) => shown(measureIndex(instrument, tally), isHidden, hide)

type Cell = { tally: Tally; isHidden: boolean }

/** `only`: the emotion of the place is that of one instrument's answers, and hidden with them. */
function placeNumbers(at: (instrument: Instrument) => Cell, only: AskedInstrument | null): PlaceNumbers {
  const show = (instrument: Instrument) => number(instrument, at(instrument).tally, at(instrument).isHidden)
  return {
    emotion: only ? index(only, at(only).tally, at(only).isHidden) : show('emotion'),
    nps: show('nps'),
    csat: show('csat'),
    ces: show('ces'),
    sentiment: show('sentiment'),
    text: show('text'),
  }
}

/** A stage with its touchpoints, and its cells of the heat map by touchpoint and as a whole (only where somebody answered), suppressed alike. */
export function stageNumbers(stage: Stage, lookup: Lookup, only: AskedInstrument | null, gone: Gone = hiddenAt(stage, lookup)): { stage: MapStage; pain: PainCell[]; heat: StageHeat[] } {
  const touchpoints: MapTouchpoint[] = []
  const pain: PainCell[] = []
  for (const { key, name, channel, overall } of stage.touchpoints) {
    const at = (instrument: Instrument) => ({ tally: lookup('touchpoint', key, instrument), isHidden: gone.touchpoint(key, instrument) })
    touchpoints.push({ key, name, channel, overall, ...placeNumbers(at, only) })
    for (const instrument of only ? [only] : ASKED_INSTRUMENTS) {
      const { tally, isHidden } = at(instrument)
      if (tally.n === 0 && !isHidden) continue
      const cell = { index: index(instrument, tally, isHidden), score: number(instrument, tally, isHidden) }
      pain.push({ stage: stage.key, touchpoint: key, name, instrument, ...cell, pain: null })
    }
  }
  const at = (instrument: Instrument) => ({ tally: lookup('stage', stage.key, instrument), isHidden: gone.stage(instrument) })
  const heat = (only ? [only] : ASKED_INSTRUMENTS).flatMap((instrument) => {
    const { tally, isHidden } = at(instrument)
    return tally.n === 0 && !isHidden ? [] : [{ stage: stage.key, instrument, index: index(instrument, tally, isHidden) }]
  })
  return { stage: { key: stage.key, name: stage.name, position: stage.position, ...placeNumbers(at, only), touchpoints }, pain, heat }
}
