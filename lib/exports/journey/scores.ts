import type { JourneyMap, MapStage, MapTouchpoint } from '#lib/maps/types'
import type { Measured } from '#lib/stats/measure'
import { roundHalfAway } from '#lib/stats/round'
import { csvLine } from '../csv'

/** An emotion index of -100..+100 on the scale of journey-mapping sheets, -2..+2, with one decimal. */
export const scoreOf = (index: number): number => roundHalfAway(index / 50, 1)

/** A number is left alone by a spreadsheet and read back as one; hidden and unanswered ones are empty. */
const score = ({ value }: Measured) => (value === null ? null : scoreOf(value))
const count = ({ n }: Measured) => (n === null ? '<5' : n)

const lineOf = (stage: MapStage, touchpoint: Pick<MapTouchpoint, 'name' | 'channel'> | null, emotion: Measured): string =>
  csvLine([stage.name, touchpoint?.name, touchpoint?.channel, score(emotion), count(emotion)])

/** A line a stage, its touchpoint left empty, then one for each of its touchpoints. */
export const scoresCsv = ({ stages }: Pick<JourneyMap, 'stages'>): string =>
  csvLine(['stage', 'touchpoint', 'channel', 'score', 'n']) +
  stages
    .flatMap((stage) => [
      lineOf(stage, null, stage.emotion),
      ...stage.touchpoints.filter(({ overall }) => !overall).map((touchpoint) => lineOf(stage, touchpoint, touchpoint.emotion)),
    ])
    .join('')
