import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { PERSONA, UNMATCHED } from '#lib/journeys/personas/definition'
import { readLanguage, readWords } from '../../../../../_words/server'
import type { Translate } from '../../../../../_words/translate'
import { Card, Page, PageHead } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { pageContext } from '#lib/auth/session'
import { readReview } from '#lib/journeys/review/read'
import { can } from '#lib/permission'
import { listShares } from '#lib/shares/list'
import { type OfferedValues, readShareOffers } from '#lib/shares/offers'
import { capital, dimensionName, writeGroup } from '../_compare/groups'
import { Calendar } from '../_fresh/calendar'
import { ReviewForm } from '../_fresh/review-form'
import { orNotFound } from '../_map/load'
import { Links } from '../_share/links'

type Props = { params: Promise<{ workspace: string; journey: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('shares'))('title') })

export default async function SharingPage({ params }: Props) {
  const { workspace: slug, journey } = await params
  const { ctx } = await pageContext(slug)
  // Who may not share has nothing to do here.
  if (!can(ctx.actor, 'share.read')) notFound()
  const { name, groups, days } = await orNotFound(readShareOffers(ctx, { journey }))
  const [links, review, t] = [await listShares(ctx, { journey }), await readReview(ctx, { journey }), await readWords('shares')]
  return (
    <Page className="mx-auto max-w-240">
      <Crumbs links={[{ href: `/w/${slug}/journeys`, name: (await readWords('journeys'))('title') }, { href: `/w/${slug}/journeys/${journey}`, name }]} here={t('button')} />
      <PageHead title={t('title')} />
      <Section id="links" title={t('links.title')} text={t('links.text')}>
        <Links slug={slug} journey={journey} links={links} groups={optionsOf(await readWords('compare'), await readWords('headline'), groups)} days={days} />
      </Section>
      <Section id="review" title={t('review.title')} text={t('review.text')}>
        <ReviewForm key={JSON.stringify(review)} slug={slug} journey={journey} review={review} />
      </Section>
      <Section id="calendar" title={t('review.calendar')} text={review.calendar ? t('review.calendarText') : t('review.noCalendar')}>
        {review.calendar && <Calendar slug={slug} journey={journey} address={`${review.calendar}?lang=${await readLanguage()}`} />}
      </Section>
    </Page>
  )
}

/** Each value with what it is one of; a persona speaks for itself. */
const optionsOf = (t: Translate<'compare'>, own: Translate<'headline'>, groups: readonly OfferedValues[]) =>
  groups.flatMap(({ dimension, values }) =>
    values.map(({ value, name }) => {
      const called = dimension === PERSONA && value === UNMATCHED ? own('noPersona') : name
      return { value: writeGroup(dimension, value), label: `${capital(dimensionName(t, dimension))}: ${called}` }
    }),
  )

function Section({ id, title, text, children }: { id: string; title: string; text: string; children: ReactNode }) {
  return (
    <Card id={id} className="mb-4 scroll-mt-14 p-5 max-wide:p-4">
      <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
      <p className="mt-0.5 mb-4 max-w-180 last:mb-0 text-sm text-ink-2">{text}</p>
      {children}
    </Card>
  )
}
