import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/card'
import { useSay, useWords } from '#words'
import { pageContext } from '#lib/auth/session'
import { readLanePreferences } from '#lib/journeys/preferences'
import type { JourneyMap } from '#lib/maps/types'
import { PERSONA } from '#lib/journeys/personas/definition'
import { can } from '#lib/permission'
import type { Say } from '#lib/words/say'
import { type Comparison, comparisonOf } from './_compare/compared'
import { ComparedBar } from './_compare/compared-bar'
import { CompareMenu } from './_compare/menu/compare-menu'
import { dimensionsOf, groupPicker, groupText } from './_compare/groups'
import { allOf, offersOf, withCompare } from './_compare/menu/offers'
import { Gaps } from './_beliefs/gaps'
import { explainAddress } from './_explain/address'
import { Explain } from './_explain/explain'
import { FreshLine } from './_fresh/fresh-line'
import { LanesProvider } from './_lanes/lanes'
import { settled } from './_lanes/settings'
import { readLiveSurveys } from './_written/surveys'
import { type Filter, filterQuery, periodName, withoutPanel } from './_filter/address'
import type { SearchParams } from './_filter/filter'
import { Filters } from './_filter/filters'
import { Notes } from './_filter/notes'
import { Headline, JourneyHead } from './_head/head'
import { Live } from './_head/live'
import { LazyPanel } from './_panel/lazy-panel'
import { loadMapWithQuotes, orNotFound } from './_map/load'
import { MapGrid, type MapLinks } from './_map/map-grid'
import { MapList } from './_map/map-list'
import { MapTools } from './_head/map-tools'
import type { Heat } from './_pain/pain-head'
import { Ranked } from './_pain/ranked'
import { HeldBack, ofAll } from './_reach/counted'
import { NoPersona } from './_personas/no-persona'
import { PanelBody, PanelSkeleton } from './_panel/body'
import { PanelHead } from './_panel/head'
import { VersionChip } from './versions/_list/version-chip'
import { readSay, readWords } from '../../../../_words/server'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('map'))('page') })

export default async function MapPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const address = await searchParams
  const { map, quotes, asked, filter, fault, earlier } = await orNotFound(loadMapWithQuotes(ctx, journey, address))
  const [lanes, live] = await Promise.all([
    readLanePreferences(ctx, { journey: map.journey.key }),
    readLiveSurveys(ctx, map.journey.key),
  ])
  const base = `/w/${slug}/journeys/${map.journey.key}`
  const surveys = `/w/${slug}/surveys`
  const mayEdit = can(ctx.actor, 'survey.write')
  // Where nothing was ever answered the page says once what to do, not in every column; of one group a survey would not help.
  const links = linksOf(base, filter, mayEdit, mayEdit && map.answers !== 0 && !map.filter ? { add: `/w/${slug}/surveys/new?journey=${map.journey.key}`, embed: surveys } : { add: null, embed: null })
  const stage = map.stages.find(({ key }) => key === filter.stage)
  const plain = withoutPanel(filter)
  const [t, words] = [await readWords('map'), { t: await readWords('compare'), say: await readSay() }]
  const days = words.say.days(map.from, map.to)
  const comparison = comparisonOf(words, map)
  const dimensions = dimensionsOf(words.say, map)
  const personas = dimensions.find(({ name }) => name === PERSONA)
  const all = personas && allOf(base, plain, personas)
  const explain = explainAddress(slug, 'map', { ...asked, from: map.from, to: map.to, compare: map.compared.map(({ compare }) => compare) })
  const view = { map, quotes, comparison, days, selected: stage?.key, heat: heatOf(base, filter), links: { ...links, personas: all && !all.isOn ? all.href : null }, detail: filter.detail, surveys: live }
  return (
    <Page>
      <JourneyHead
        base={base}
        view="map"
        title={map.journey.name}
        mayEdit={mayEdit}
        filter={filter}
        status={
          <>
            <VersionChip base={base} version={map.version} drafted={map.drafted} mayEdit={mayEdit} />
            <Live address={`/w/${slug}/live?journey=${map.journey.key}`} answers={words.say.answers(map.today)} />
          </>
        }
      />
      <Notes map={map} base={base} filter={filter} address={address} fault={fault} earlier={earlier} mayEdit={mayEdit} />
      <LanesProvider slug={slug} journey={map.journey.key} initial={settled(lanes)}>
        <Headline
          detail={<Detail map={map} days={days} explain={explain} surveys={surveys} />}
          beside={<FreshLine freshness={map.freshness} href={mayEdit ? `${base}/share#review` : null} />}
          tools={
            <MapTools detail={filter.detail ?? 'stages'} hrefs={detailsOf(base, filter)}>
              <Filters
                filter={plain}
                from={map.from}
                to={map.to}
                periodText={periodName(t, filter, days)}
                channels={channelsOf(words.say, map.channels)}
                groups={groupPicker(words.t, dimensions)}
              >
                <CompareMenu filter={plain} offers={offersOf(words, base, map, plain, dimensions)} dimensions={dimensions} count={map.compared.length} />
              </Filters>
            </MapTools>
          }
        >
          {map.headline}
        </Headline>
        {comparison && <ComparedBar series={seriesOf(comparison, base, plain)} stop={withCompare(base, plain, [])}><NoPersona personas={map.personas} filter={map.filter} /></ComparedBar>}
        {map.answers === 0 && mayEdit && !map.filter && <FirstSteps slug={slug} />}
        <MapGrid {...view} />
        <MapList {...view} />
      </LanesProvider>
      <Gaps map={map} links={links} />
      {map.answers !== 0 && <Ranked map={map} links={links} />}
      {stage && (
        <LazyPanel key={stage.key} title={stage.name} head={<PanelHead lanes={map.lanes} stage={stage.key} touchpoint={filter.touchpoint} />} stage={stage.key} closeHref={base + filterQuery(withoutPanel(filter))}>
          <Suspense key={`${filter.touchpoint}`} fallback={<PanelSkeleton />}>
            <PanelBody ctx={ctx} slug={slug} base={base} asked={asked} filter={filter} map={map} stage={stage.key} />
          </Suspense>
        </LazyPanel>
      )}
    </Page>
  )
}

function linksOf(base: string, filter: Filter, mayEdit: boolean, offered: Pick<MapLinks, 'add' | 'embed'>): MapLinks {
  const plain = withoutPanel(filter)
  return {
    stage: (stage) => base + filterQuery({ ...plain, stage }),
    touchpoint: (stage, touchpoint) => base + filterQuery({ ...plain, stage, touchpoint }),
    campaigns: { page: `${base}/campaigns`, gaps: `${base}/gaps`, mayEdit },
    edit: mayEdit ? `${base}/edit` : null,
    ...offered,
  }
}

const detailsOf = (base: string, filter: Filter) => ({
  stages: base + filterQuery({ ...filter, detail: undefined }),
  touchpoints: base + filterQuery({ ...filter, detail: 'touchpoints' }),
})

const heatOf = (base: string, filter: Filter): Heat => ({
  mode: filter.heat ?? 'level',
  hrefs: { level: base + filterQuery({ ...filter, heat: undefined }), severity: base + filterQuery({ ...filter, heat: 'severity' }) },
})

const channelsOf = (say: Say, channels: readonly { value: string; n: number | null }[]) =>
  channels.map(({ value, n }) => ({ value, label: value, detail: say.count(n) }))

/** What is compared, each with the address that takes it away: in the address it stands at the same place. */
const seriesOf = ({ curves }: Comparison, base: string, filter: Filter) =>
  curves.slice(1).map(({ id, name, answers, answersAt }, place) => ({
    id,
    name,
    answers,
    pointer: answersAt,
    remove: withCompare(base, filter, (filter.compare ?? []).filter((_, i) => i !== place)),
  }))

function Detail({ map: { answers, held, filter, personas }, days, explain, surveys }: { map: JourneyMap; days: string; explain: string; surveys: string }) {
  const [t, compare, say] = [useWords('map.made'), useWords('compare'), useSay()]
  const all = ofAll(answers, held)
  return (
    <>
      {t('index')} <span data-number="/answers">{answers === null ? t('few') : all === null ? say.answers(answers) : say.number(answers)}</span>
      {all !== null && ` ${t('of', { all: say.number(all) })}`}
      <HeldBack held={held} answers={answers} href={surveys} explained />
      {filter && `, ${groupText(compare, filter, personas)}`}, {days}. <Explain address={explain} />
    </>
  )
}

function FirstSteps({ slug }: { slug: string }) {
  const t = useWords('map.first')
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <ButtonLink href={`/w/${slug}/surveys`} look="primary">
        {t('survey')}
      </ButtonLink>
      <ButtonLink href={`/w/${slug}/imports`}>{t('import')}</ButtonLink>
    </div>
  )
}
