import type { Metadata } from 'next'
import { Banner } from '#ui/banner'
import { Page } from '#ui/card'
import { readSay, readWords } from '../../../../../_words/server'
import { pageContext } from '#lib/auth/session'
import { readDimensions } from '#lib/collect/dimensions/book'
import { readPersonas } from '#lib/journeys/personas/read'
import { can } from '#lib/permission'
import { dimensionsOf } from '../_compare/groups'
import { MAP_PRESET } from '../_filter/address'
import { readUsualMap } from '../_filter/earlier'
import { Headline, JourneyHead } from '../_head/head'
import { Live } from '../_head/live'
import { orNotFound } from '../_map/load'
import { PersonaList } from './_list/list'
import { sharesOf } from './_list/shares'
import { Segments } from './_segments/segments'

type Props = { params: Promise<{ workspace: string; journey: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('personas'))('title') })

/** Who answers: the journey's personas in their order, each with its rules in words and its share. */
export default async function PersonasPage({ params }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  const book = await orNotFound(readPersonas(ctx, { journey }))
  const map = await readUsualMap(ctx, journey)
  const segments = await readDimensions(ctx, { journey })
  const [t, say] = [await readWords('personas'), await readSay()]
  const base = `/w/${slug}/journeys/${map.journey.key}`
  const mayEdit = can(ctx.actor, 'journey.write')
  return (
    <Page>
      <JourneyHead base={base} view="personas" title={map.journey.name} mayEdit={mayEdit} filter={{ period: MAP_PRESET }} status={<Live address={`/w/${slug}/live?journey=${map.journey.key}`} answers={say.answers(map.today)} />} />
      <Headline detail={book.personas.length > 0 && t('head.detail', { days: say.days(map.from, map.to) })}>
        {book.personas.length === 0 ? t('head.none') : t('head.some', { n: book.personas.length })}
      </Headline>
      {!book.ready && (
        <Banner tone="note" className="mb-4">
          {t('counting', { n: book.recounted })}
        </Banner>
      )}
      <PersonaList slug={slug} journey={map.journey.key} book={book} shares={sharesOf(say, map.personas, map.answers)} mayEdit={mayEdit} />
      <Segments slug={slug} base={base} journey={map.journey.key} book={segments} dimensions={dimensionsOf(say, map)} map={map} mayEdit={mayEdit} />
    </Page>
  )
}
