import { useWords } from '#words'
import type { LaneBook } from '#lib/journeys/document/schema'
import { Star } from '../_beliefs/star'

type HeadProps = { lanes: LaneBook; stage: string; touchpoint?: string }

/** Beside the panel's title: is it a moment of truth, and whose is it. */
export function PanelHead({ lanes, stage, touchpoint }: HeadProps) {
  const t = useWords('panel')
  const isMoment = lanes.moment.stage[stage] || (touchpoint !== undefined && lanes.moment.touchpoint[touchpoint])
  const owner = (touchpoint !== undefined && lanes.owner.touchpoint[touchpoint]) || lanes.owner.stage[stage]
  if (!isMoment && !owner) return null
  return (
    <p className="flex min-w-0 items-center gap-2 text-xs text-ink-2">
      {isMoment && <Star />}
      <span className="wide:truncate">{[isMoment && t('moment'), owner && t('owner', { name: owner.name })].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
