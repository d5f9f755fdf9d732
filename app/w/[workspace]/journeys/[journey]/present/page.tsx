import type { Metadata } from 'next'
import { pageContext } from '#lib/auth/session'
import { limitSentences } from '../../../../../_poster/foot'
import { readSay, readWords } from '../../../../../_words/server'
import { filterQuery } from '../_filter/address'
import type { SearchParams } from '../_filter/filter'
import { loadMapWithQuotes, orNotFound } from '../_map/load'
import { Deck } from './deck'
import { EndSlide, FirstSlide } from './ends'
import { noteOf } from './notes'
import { StageSlide } from './stage-slide'
import './present.css'

type Props = { params: Promise<{ workspace: string; journey: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('show'))('presentPage') })

/** The map as slides: the whole journey, each of its stages, and where the numbers come from. */
export default async function PresentPage({ params, searchParams }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const { slide, ...query } = await searchParams
  const { map, quotes, filter } = await orNotFound(loadMapWithQuotes(ctx, journey, { ...query, compare: undefined }))
  const words = { t: await readWords('show'), say: await readSay() }
  const { t, say } = words
  const made = t('made', { at: say.moment(ctx.now(), map.timeZone) })
  const back = `/w/${slug}/journeys/${map.journey.key}${filterQuery({ ...filter, stage: undefined, touchpoint: undefined, search: undefined })}`
  const slides = [
    { name: map.journey.name, note: t('present.firstNote'), body: <FirstSlide map={map} words={words} /> },
    ...map.stages.map((stage) => ({
      name: stage.name,
      note: noteOf(words, map, stage),
      body: <StageSlide map={map} stage={stage} quote={quotes?.find((one) => one.stage === stage.key) ?? null} words={words} />,
    })),
    { name: t('present.sources'), note: '', body: <EndSlide map={map} sentences={limitSentences({ map, made, t })} words={words} /> },
  ]
  const first = Math.min(Math.max(1, Number.parseInt(String(slide), 10) || 1), slides.length)
  return <Deck title={map.journey.name} back={back} first={first} slides={slides} />
}
