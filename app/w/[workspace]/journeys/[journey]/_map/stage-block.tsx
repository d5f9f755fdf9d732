import Link from 'next/link'
import { useWords } from '#words'
import { Star } from '../_beliefs/star'
import { VerdictChip } from '../_beliefs/verdict'
import { verdictAt } from '../_beliefs/words'
import { StageCampaigns } from '../_campaigns/stage-campaigns'
import { newsOf } from '../_compare/compared'
import type { Difference } from '../_difference/difference'
import { DifferenceLine } from '../_difference/difference-line'
import { painChangesOf } from '../_difference/pain-changes'
import { StaleMark } from '../_fresh/fresh-line'
import { Steps } from '../_written/doing'
import { Kpis } from '../_written/kpis'
import { LaneStack } from '../_lanes/lanes'
import { Person } from '../_written/person'
import { PhoneLane } from '../_lanes/phone-lane'
import { Touchpoints } from '../_written/touchpoints'
import { modeOf } from '../_pain/pain-head'
import { StageQuotesList } from '../_quotes/quotes-lane'
import { SpreadBadges } from '../_personas/badges'
import { reachedOf } from '../_reach/rates'
import { StageReach } from '../_reach/stage-reach'
import { StageTransition } from '../_transitions/transitions-lane'
import type { MapView } from './map-grid'
import { PainLines } from '../_pain/pain-lane'
import { PainTable } from '../_pain/pain-table'
import { scoresOf, StageScores } from '../_lanes/scores-lane'

/** One stage on a narrow screen, with its place in every lane that has something to say of it. */
export function StageBlock({ view, place }: { view: MapView; place: number }) {
  const t = useWords('map')
  const words = useWords('panel')
  const compare = useWords('compare')
  const { map, comparison, links, heat, surveys, detail } = view
  const stage = map.stages[place]
  if (!stage) return null
  const { key } = stage
  const { owner, doing, kpi, moment } = map.lanes
  const many = comparison !== null && comparison.series.length > 1
  const reached = reachedOf(map)[place]
  const isAsked = scoresOf([stage]).some((score) => stage[score].n !== 0)
  const own = stage.touchpoints.filter(({ overall }) => !overall)
  return (
    <div className="border-t border-line px-4 pt-3">
      <h3 className="flex items-center gap-1.5 text-base font-semibold">
        <Link href={links.stage(key)} scroll={false} prefetch={false} className="rounded-sm py-1 hover:underline">
          {stage.name}
        </Link>
        {moment.stage[key] && <Star label={t('says.moment')} />}
      </h3>
      <div className="grid justify-items-start gap-1 pb-2">
        <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
          <VerdictChip verdict={verdictAt(map, key)} />
          <SpreadBadges spread={map.personas.spread.find((one) => one.stage === key)} stage={stage.name} hrefs={{ all: links.personas ?? null, stage: links.stage(key) }} />
        </div>
        {newsOf(stage.headline) && <p className="text-xs text-ink-2">{stage.headline}</p>}
        <StaleMark freshness={map.freshness} stage={key} says />
        {many && comparison.series.map(({ id, names, differences }) => <DifferenceOf key={id} name={names.other} difference={differences[place]} />)}
      </div>
      <LaneStack
        lanes={{
          scores: isAsked && (
            <PhoneLane id="scores" title={t('lane.scores')}>
              <StageScores map={map} stage={stage} place={place} differences={comparison?.scores} />
            </PhoneLane>
          ),
          reach: reached && reached.row.exposed !== 0 && (
            <PhoneLane id="reach" title={t('lane.reach')}>
              <StageReach reached={reached} stage={stage.name} />
            </PhoneLane>
          ),
          pain: (isAsked || detail === 'touchpoints') && (
            <PhoneLane id="pain" title={t('lane.pain')}>
              {detail === 'touchpoints' ? (
                <PainTable stage={stage} pain={map.pain} changes={painChangesOf(compare, map)} mode={modeOf(map, heat)} hrefOf={(touchpoint) => links.touchpoint(key, touchpoint)} />
              ) : (
                <PainLines map={map} place={place} mode={modeOf(map, heat)} differences={comparison?.scores} />
              )}
            </PhoneLane>
          ),
          touchpoints: own.length > 0 && (
            <PhoneLane id="touchpoints" title={t('lane.touchpoints')}>
              <Touchpoints map={map} stage={stage} links={links} surveys={surveys} />
            </PhoneLane>
          ),
          campaigns: <StageCampaigns map={map} stage={stage} links={links.campaigns} />,
          doing: doing.stage[key] && (
            <PhoneLane id="doing" title={t('lane.doing')}>
              <Steps steps={doing.stage[key]} />
            </PhoneLane>
          ),
          owners: owner.stage[key] && (
            <PhoneLane id="owners" title={t('lane.owners')}>
              <Person {...owner.stage[key]} />
            </PhoneLane>
          ),
          kpis: kpi.stage[key] && (
            <PhoneLane id="kpis" title={t('lane.kpis')}>
              <Kpis kpis={kpi.stage[key]} />
            </PhoneLane>
          ),
          quotes: view.quotes && isAsked && (
            <PhoneLane id="quotes" title={words('quotes.title')}>
              <StageQuotesList quotes={view.quotes[place]} name={stage.name} href={links.stage(key)} />
            </PhoneLane>
          ),
          transitions: map.transitions?.steps[place] && (
            <PhoneLane id="transitions" title={words('transitions.title')}>
              <StageTransition map={map} stage={key} />
            </PhoneLane>
          ),
        }}
      />
    </div>
  )
}

/** Where nobody answered there is nothing to say, and the scores below say so. */
const DifferenceOf = ({ name, difference }: { name: string; difference?: Difference }) =>
  difference && difference.state !== 'no_answers' && <DifferenceLine difference={difference} name={name} />
