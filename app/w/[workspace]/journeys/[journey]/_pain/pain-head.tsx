import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import { PainLegend, SeverityLegend } from '../_map/legends'
import { HeatMode } from './heat-mode'
import { studyText } from './words'

export type Heat = { mode: 'level' | 'severity'; hrefs: Record<'level' | 'severity', string> }

/** Severity is for those who may read single responses, who alone have a study; all others have the level. */
export const modeOf = (map: Pick<JourneyMap, 'study'>, heat: Heat): Heat['mode'] => (map.study ? heat.mode : 'level')

/** The choice of what the heat map shows. */
export const PainMode = ({ map, heat }: { map: JourneyMap; heat: Heat }) =>
  map.study && <HeatMode value={modeOf(map, heat)} hrefs={heat.hrefs} />

/** What the heat map shows in words, and what its colours mean. */
export function PainHead({ map, heat }: { map: JourneyMap; heat: Heat }) {
  const words = { t: useWords('pain'), say: useSay() }
  const isSeverity = modeOf(map, heat) === 'severity'
  const waiting = isSeverity && map.study && map.study.countedAt === null ? studyText(words, map.study) : null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
      {isSeverity ? <SeverityLegend /> : <PainLegend />}
      <p>{words.t(isSeverity ? 'about.severity' : 'about.level')}</p>
      {waiting && (
        <p role="status" className="text-ink">
          {waiting}
        </p>
      )}
    </div>
  )
}
