import type { JourneyMap } from '#lib/maps/types'
import { PainLegend, SeverityLegend } from '../_map/legends'
import { HeatMode } from './heat-mode'
import { studyText } from './words'

export type Heat = { mode: 'level' | 'severity'; hrefs: Record<'level' | 'severity', string> }

/** What the heat map shows, and what its colours mean. Who may not read single responses has the level alone. */
export function PainHead({ map, heat }: { map: JourneyMap; heat: Heat }) {
  const isSeverity = heat.mode === 'severity' && map.study !== null
  const waiting = isSeverity && map.study && map.study.countedAt === null ? studyText(map.study) : null
  return (
    <>
      {map.study && (
        <div className="my-1.5">
          <HeatMode value={isSeverity ? 'severity' : 'level'} hrefs={heat.hrefs} />
        </div>
      )}
      <p className="text-xs text-ink-2">
        {isSeverity ? 'Unhappy share × reach × impact, 0 to 100, and answers' : 'Score and answers of each touchpoint; colour is the emotion index'}
      </p>
      {isSeverity ? <SeverityLegend /> : <PainLegend />}
      {waiting && (
        <p role="status" className="mt-2 text-xs text-ink">
          {waiting}
        </p>
      )}
    </>
  )
}
