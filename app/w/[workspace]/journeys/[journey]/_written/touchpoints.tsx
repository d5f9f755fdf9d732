import { Globe, Mail, MessageCircle, MessageSquare, Phone, Share2, Signpost, Smartphone, Store, Mailbox } from 'lucide-react'
import Link from 'next/link'
import { classes } from '#ui/classes'
import type { JourneyMap, MapStage } from '#lib/maps/types'
import { useWords } from '#words'
import { Star } from '../_beliefs/star'
import { VerdictChip } from '../_beliefs/verdict'
import { verdictAt } from '../_beliefs/words'
import type { LaneView, MapLinks } from '../_map/map-grid'
import { EmptyLane } from '../_lanes/empty-lane'
import { Lane } from '../_lanes/lane'
import { Person } from './person'
import type { LiveSurveys } from './surveys'
import { tintOf } from '../_lanes/tint'

const ICONS = { web: Globe, email: Mail, app: Smartphone, phone: Phone, chat: MessageCircle, store: Store, mail: Mailbox, social: Share2, sms: MessageSquare } as const

const ownOf = ({ touchpoints }: MapStage) => touchpoints.filter(({ overall }) => !overall)
const isKnown = (channel: string): channel is keyof typeof ICONS => Object.hasOwn(ICONS, channel)

/** Where customers meet the company at each stage: by which channel, who looks after it, whether they are asked there. */
export function TouchpointsLane({ map, columns, selected, links, surveys }: LaneView) {
  const t = useWords('map')
  const all = map.stages.flatMap(ownOf)
  if (all.length === 0) return <EmptyLane id="touchpoints" title={t('lane.touchpoints')} columns={columns} says={t('empty.touchpoints')} action={t('empty.add')} href={links.edit} />
  const asked = surveys && all.filter(({ key }) => surveys.has(key)).length
  const summary = [t('touchpoints.count', { n: all.length }), asked !== undefined && t('touchpoints.asked', { n: asked })].filter(Boolean).join(', ')
  return (
    <Lane id="touchpoints" title={t('lane.touchpoints')} columns={columns} summary={summary} gutter={<p className="text-xs text-ink-2">{summary}</p>}>
      {map.stages.map((stage) => (
        <div key={stage.key} className={classes('map-cell px-3 py-2', tintOf(stage.key, selected))}>
          <Touchpoints map={map} stage={stage} links={links} surveys={surveys} />
        </div>
      ))}
    </Lane>
  )
}

type StageProps = { map: Pick<JourneyMap, 'lanes' | 'beliefs'>; stage: MapStage; links: MapLinks; surveys?: LiveSurveys }

export function Touchpoints({ map, stage, links, surveys }: StageProps) {
  const t = useWords('map')
  const { lanes } = map
  const own = ownOf(stage)
  if (own.length === 0) return <p className="text-xs text-ink-3">{t('touchpoints.none')}</p>
  return (
    <ul className="grid gap-2 text-xs">
      {own.map(({ key, name, channel }) => {
        const owner = lanes.owner.touchpoint[key]
        const isLive = surveys?.has(key) ?? false
        return (
          <li key={key} className="min-w-0">
            <p className="flex min-w-0 items-center gap-1.5">
              <Link href={links.touchpoint(stage.key, key)} scroll={false} prefetch={false} title={name} className="truncate rounded-sm text-sm font-medium hover:underline max-wide:py-1.5">
                {name}
              </Link>
              {lanes.moment.touchpoint[key] && <Star size={12} label={t('touchpoints.moment')} />}
            </p>
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-ink-2">
              {channel && <Channel channel={channel} />}
              {isLive && (
                <span className="flex items-center gap-1 whitespace-nowrap">
                  <span aria-hidden className="size-1.5 rounded-full bg-live" />
                  {t('touchpoints.live')}
                </span>
              )}
              {surveys && !isLive && links.add && (
                <Link href={`${links.add}&stage=${stage.key}&touchpoint=${key}`} prefetch={false} className="link whitespace-nowrap max-wide:py-1">
                  {t('touchpoints.add')}
                </Link>
              )}
            </p>
            {owner && <Person name={owner.name} small />}
            <VerdictChip verdict={verdictAt(map, stage.key, key)} />
          </li>
        )
      })}
    </ul>
  )
}

/** A picture and the word: a channel of one's own has the word alone. */
function Channel({ channel }: { channel: string }) {
  const t = useWords('map')
  const Icon = isKnown(channel) ? ICONS[channel] : Signpost
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      <Icon aria-hidden className="size-3.5 text-ink-3" />
      {isKnown(channel) ? t(`channels.${channel}`) : channel}
    </span>
  )
}
