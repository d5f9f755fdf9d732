import { Card } from '#ui/card'
import type { JourneyMap } from '#lib/maps/types'
import { formatDays } from '#lib/stats/format-date'
import type { MapLinks } from '../_map/map-grid'
import { PainRow } from './pain-row'
import { rankedCells, studyText } from './words'

/** The worst pain points, each with why it comes first. */
export function Ranked({ map, links }: { map: JourneyMap; links: MapLinks }) {
  const { study, pain, stages } = map
  if (!study) return null
  const { ranked, more, isWeighed } = rankedCells(pain)
  const news = studyText(study)
  return (
    <Card aria-labelledby="hurts-most" className="mt-4 max-wide:-mx-(--page) max-wide:rounded-none max-wide:border-x-0">
      <div className="px-4 pt-3.5 pb-3">
        <h2 id="hurts-most" className="text-lg font-semibold">
          Where it hurts most
        </h2>
        <p className="text-sm text-ink-2">
          {isWeighed || study.countedAt !== null
            ? 'Severity, 0 to 100: share of unhappy answers × reach × impact. What stands out against the median pain point is named first.'
            : 'By the share of unhappy answers alone, until reach and impact are known.'}
        </p>
        {news && pain.length > 0 && (
          <p role="status" className="mt-1 text-sm font-medium">
            {news}
          </p>
        )}
      </div>
      {ranked.length === 0 ? (
        <p className="border-t border-line px-4 py-4 text-sm text-ink-2">{nothingText(pain.length)}</p>
      ) : (
        <ol className="border-t border-line">
          {ranked.map((each, place) => (
            <PainRow
              key={`${each.cell.touchpoint} ${each.cell.instrument}`}
              {...each}
              place={place + 1}
              stage={stages.find(({ key }) => key === each.cell.stage)?.name ?? ''}
              href={links.touchpoint(each.cell.stage, each.cell.touchpoint)}
              study={study}
            />
          ))}
        </ol>
      )}
      {ranked.length > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-2">
          Shares of few answers are drawn towards the journey&rsquo;s own.
          {study.window && ` Reach and impact: ${formatDays(study.window.from, study.window.to)}, all channels and segments.`}{' '}
          &ldquo;Goes together with&rdquo; does not mean &ldquo;causes&rdquo;.
          {more > 0 && ` ${more} more ${more === 1 ? 'stands' : 'stand'} in the heat map.`}
        </p>
      )}
    </Card>
  )
}

const nothingText = (cells: number) =>
  cells === 0 ? 'No pain points yet: nobody answered at a touchpoint in these days.' : 'Each touchpoint has too few answers to be shown: from 5 on it takes its place here.'
