import Link from 'next/link'
import { useSay, useWords } from '#words'
import type { JourneyMap } from '#lib/maps/types'
import { PhoneLane } from '../_lanes/phone-lane'
import { Bar } from './bar'
import { type CampaignLinks, newHref, openHref, overlapsOf, ranked } from './shown'
import { sentenceOf, whenOf } from './words'

type StageProps = { map: JourneyMap; stage: { key: string; name: string }; links?: CampaignLinks | null }

/** The campaigns of one stage, where the map is a list. */
export function StageCampaigns({ map, stage, links = null }: StageProps) {
  const words = { t: useWords('campaigns'), say: useSay() }
  const { t } = words
  const here = ranked(map.campaigns).filter(({ stages }) => stages.includes(stage.key))
  const isBare = !here.some(({ state }) => state !== 'past')
  const overlaps = overlapsOf(map.campaigns, t)
  if (here.length === 0 && !links?.mayEdit) return null
  return (
    <PhoneLane id="campaigns" title={t('title')}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
        {here.map((campaign) => (
          <li key={campaign.id}>
            <Bar
              campaign={campaign}
              when={whenOf(words, campaign, map)}
              sentence={sentenceOf(words, campaign, map)}
              overlaps={overlaps(campaign.id)}
              href={links && openHref(links, campaign.id)}
              className="h-9"
            />
          </li>
        ))}
        {isBare && links?.mayEdit && (
          <li>
            <Link
              href={newHref(links, stage.key)}
              prefetch={false}
              aria-label={t('lane.add', { stage: stage.name })}
              className="flex h-9 items-center rounded-sm border border-dashed border-line-strong px-2 text-xs text-ink-3"
            >
              {t('lane.none')}
            </Link>
          </li>
        )}
      </ul>
    </PhoneLane>
  )
}
