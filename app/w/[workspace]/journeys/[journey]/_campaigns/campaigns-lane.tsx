import Link from 'next/link'
import { useSay, useWords } from '#words'
import type { JourneyMap } from '#lib/maps/types'
import { classes } from '#ui/classes'
import { Twin, TwinBody, TwinButton } from '#ui/twin'
import { type Columns, Lane } from '../_lanes/lane'
import { Bar } from './bar'
import { CampaignsTable } from './campaigns-table'
import { type CampaignLinks, newHref, openHref, overlapsOf, slotsOf } from './shown'
import { sentenceOf, whenOf } from './words'

type LaneProps = { map: JourneyMap; columns: Columns; selected?: string; links?: CampaignLinks | null }

/** What the company does to be heard, below the stages that it speaks to. Where nobody can add one, a map without any has no such lane. */
export function CampaignsLane({ map, columns, selected, links = null }: LaneProps) {
  const t = useWords('campaigns')
  if (map.campaigns.length === 0 && !links?.mayEdit) return null
  const count = (state: string) => map.campaigns.filter((one) => one.state === state).length
  const note = t('lane.note', { running: count('now'), planned: count('planned') })
  return (
    <Twin>
      <Lane
        id="campaigns"
        title={t('title')}
        columns={columns}
        summary={note}
        gutter={
          <div className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
            <p>{note}</p>
            {map.gaps && links && <GapsLink gaps={map.gaps.length} href={links.gaps} />}
            {map.campaigns.length > 0 && <TwinButton of={t('title')} />}
          </div>
        }
      >
        <TwinBody
          chart={<Bars map={map} selected={selected} links={links} />}
          table={
            <div className="min-w-0" style={{ gridColumn: '2 / -1' }}>
              <CampaignsTable map={map} />
            </div>
          }
        />
      </Lane>
    </Twin>
  )
}

function Bars({ map, selected, links }: { map: JourneyMap; selected?: string; links: CampaignLinks | null }) {
  const words = { t: useWords('campaigns'), say: useSay() }
  const { t } = words
  const { shown, rows, left } = slotsOf(map, links?.mayEdit ?? false)
  const overlaps = overlapsOf(map.campaigns, t)
  return (
    <div className="grid min-w-0 items-center gap-y-1 pt-2 pb-1" style={{ gridColumn: '2 / -1', gridTemplateColumns: 'subgrid', gridTemplateRows: `repeat(${rows + (left > 0 ? 1 : 0)}, auto) 1fr` }}>
      {map.stages.map(({ key }, i) => (
        <div key={key} className={classes('map-cell -mt-2 -mb-1 self-stretch', key === selected && 'bg-accent/5')} style={{ gridColumn: i + 1, gridRow: '1 / -1' }} />
      ))}
      {shown.flatMap(({ of, row, parts }) =>
        parts.map(({ from, to }) => {
          const style = { gridColumn: `${from + 1} / ${to + 2}`, gridRow: row + 1 }
          if ('stage' in of) {
            return links && <Bare key={of.stage.key} stage={of.stage} href={newHref(links, of.stage.key)} style={style} />
          }
          const { campaign } = of
          const said = { when: whenOf(words, campaign, map), sentence: sentenceOf(words, campaign, map), overlaps: overlaps(campaign.id) }
          return <Bar key={`${campaign.id} ${from}`} campaign={campaign} {...said} href={links && openHref(links, campaign.id)} className="mx-2 h-6" style={style} />
        }),
      )}
      {left > 0 && (
        <p className="px-2 text-xs text-ink-2" style={{ gridColumn: '1 / -1', gridRow: rows + 1 }}>
          {links ? (
            <Link href={links.page} prefetch={false} className="link">
              {t('lane.more', { n: left })}
            </Link>
          ) : (
            t('lane.more', { n: left })
          )}
        </p>
      )}
    </div>
  )
}

/** A stage that no campaign speaks to, now or later: editors add one here. */
function Bare({ stage, href, style }: { stage: { name: string }; href: string; style: React.CSSProperties }) {
  const t = useWords('campaigns')
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={t('lane.add', { stage: stage.name })}
      className="mx-2 flex h-6 min-w-0 items-center rounded-sm border border-dashed border-line-strong px-2 text-xs text-ink-3 hover:border-line-field hover:text-ink"
      style={style}
    >
      {t('lane.none')}
    </Link>
  )
}

function GapsLink({ gaps, href }: { gaps: number; href: string }) {
  const t = useWords('campaigns')
  return (
    <Link href={href} prefetch={false} className="link inline-flex min-h-6 items-center">
      {t('lane.gaps', { n: gaps })}
    </Link>
  )
}
