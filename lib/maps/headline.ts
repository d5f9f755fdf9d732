import { formatAnswers, formatRange, formatValue, metricName } from '#lib/stats/format'
import { LOW_N, type Measured } from '#lib/stats/measure'
import { ASKED_INSTRUMENTS } from './asked'
import type { MapStage } from './types'

/** A stage speaks in the unit of the one instrument that was asked there, or else as emotion index. */
function spoken(stage: MapStage): Measured {
  const asked = ASKED_INSTRUMENTS.map((instrument) => stage[instrument]).filter((m) => m.suppressed || m.value !== null)
  const [only] = asked
  return asked.length === 1 && only && !only.suppressed ? only : stage.emotion
}

const valueOf = (stage: MapStage) => stage.emotion.value ?? 0

function stillLower(stages: readonly MapStage[]): string {
  const [first] = stages
  if (!first) return ''
  if (stages.length > 1) return ` ${stages.length} stages lie lower still, with fewer than ${LOW_N} answers each.`
  return ` ${first.name} lies lower still, with only ${formatAnswers(first.emotion.n)}.`
}

/**
 * The finding in one plain sentence, from intervals alone: the lowest stage stands out where its interval lies apart from that of
 * the next one. Stages with few answers do not compete, but one that lies lower is named, so that nobody reads past it.
 */
export function headlineOf(stages: readonly MapStage[]): string {
  const measured = stages.filter((stage) => stage.emotion.value !== null).sort((a, b) => valueOf(a) - valueOf(b))
  if (measured.length === 0) {
    return stages.some((stage) => stage.emotion.suppressed) ? 'Too few answers to show yet.' : 'No answers yet in this period.'
  }
  const [lowest, next] = measured.filter((stage) => !stage.emotion.lowN)
  const isApart = lowest && next && (lowest.emotion.high ?? 0) < (next.emotion.low ?? 0)
  if (!isApart) return 'No stage stands out clearly yet.'
  const m = spoken(lowest)
  const says = valueOf(lowest) < 0 ? 'hurts most' : 'is the low point'
  const lower = measured.filter((stage) => stage.emotion.lowN && valueOf(stage) < valueOf(lowest))
  return `${lowest.name} ${says}: ${metricName(m.metric)} ${formatValue(m)} (${formatRange(m)}), ${formatAnswers(m.n)}.${stillLower(lower)}`
}
