import { Card } from '#ui/card'
import type { JourneyMap } from '#lib/maps/types'
import { useSay, useWords } from '#words'
import type { MapLinks } from '../_map/map-grid'
import { PainRow } from './pain-row'
import { rankedCells, studyText } from './words'

/** The worst pain points, each with why it comes first. */
export function Ranked({ map, links }: { map: JourneyMap; links: MapLinks }) {
  const words = { t: useWords('pain'), say: useSay() }
  const { t, say } = words
  const { study, pain, stages } = map
  if (!study) return null
  const { ranked, more, isWeighed } = rankedCells(pain)
  const news = studyText(words, study)
  return (
    <Card aria-labelledby="hurts-most" className="mt-4 max-wide:-mx-(--page) max-wide:rounded-none max-wide:border-x-0">
      <div className="px-4 pt-3.5 pb-3">
        <h2 id="hurts-most" className="text-lg font-semibold">
          {t('ranked.title')}
        </h2>
        <p className="text-sm text-ink-2">
          {t(isWeighed || study.countedAt !== null ? 'ranked.weighed' : 'ranked.shareOnly')}
        </p>
        {news && pain.length > 0 && (
          <p role="status" className="mt-1 text-sm font-medium">
            {news}
          </p>
        )}
      </div>
      {ranked.length === 0 ? (
        <p className="border-t border-line px-4 py-4 text-sm text-ink-2">{t(pain.length === 0 ? 'ranked.none' : 'ranked.few')}</p>
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
          {t('ranked.drawn')}
          {study.window && ` ${t('ranked.days', { days: say.days(study.window.from, study.window.to) })}`} {t('ranked.cause')}
          {more > 0 && ` ${t('ranked.more', { n: more })}`}
        </p>
      )}
    </Card>
  )
}
