import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Banner } from '#ui/banner'
import { ButtonLink } from '#ui/button'
import { Page } from '#ui/card'
import { Crumbs } from '#ui/crumbs'
import { EmptyState } from '#ui/empty'
import { pageContext } from '#lib/auth/session'
import { ifFound } from '#lib/errors'
import { readJourney } from '#lib/journeys/read'
import { readVersion } from '#lib/maps/versions/read'
import { can } from '#lib/permission'
import { useWords } from '#words'
import { readSay, readWords } from '../../../../../../_words/server'
import type { SearchParams } from '../../_filter/filter'
import { mapInWords } from '../../_headline/read'
import { Headline } from '../../_head/head'
import { orNotFound } from '../../_map/load'
import { noteText } from '../_list/note'
import { MakeDraft } from './make-draft'
import { Outline } from './outline'
import { type Seen, Snapshot } from './snapshot'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('versions'))('onePage') })

type Props = { params: Promise<{ workspace: string; journey: string; version: string }>; searchParams: Promise<SearchParams> }

export default async function VersionPage({ params, searchParams }: Props) {
  const [{ workspace: slug, journey: key, version: number }, asked] = [await params, await searchParams]
  const { ctx } = await pageContext(slug)
  const journey = await orNotFound(readJourney(ctx, { journey: key }))
  const base = `/w/${slug}/journeys/${journey.key}`
  const [t, say] = [await readWords('versions'), await readSay()]
  const found = /^[1-9]\d{0,8}$/.test(number) ? await ifFound(readVersion(ctx, { journey: key, version: number })) : null
  if (!found) {
    return (
      <Page className="mx-auto max-w-300">
        <Way slug={slug} base={base} name={journey.name} number={number.slice(0, 20)} />
        <h1 className="sr-only">{t('onePage')}</h1>
        <div className="mt-3">
          <EmptyState title={t('gone', { version: number.slice(0, 20) })} action={<ButtonLink href={`${base}/versions`}>{t('all')}</ButtonLink>}>
            {t('goneAbout')}
          </EmptyState>
        </div>
      </Page>
    )
  }
  const { version, note, publishedAt, by, replacedAt, document } = found
  const snapshot = found.snapshot && (await mapInWords(found.snapshot))
  // The newest one is the map itself.
  if (replacedAt === null) redirect(base)
  return (
    <Page>
      <Way slug={slug} base={base} name={journey.name} number={number.slice(0, 20)} />
      <div className="mt-1 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-xl font-semibold tracking-tight">{document.name}</h1>
        <p className="text-sm text-ink-2">
          {t('published', { when: say.moment(publishedAt, journey.timeZone) })} {by && t('by', { who: by })}
          {note && ` · ${noteText(t, note)}`}
        </p>
        <div className="ml-auto flex flex-wrap gap-2 max-wide:ml-0">
          {can(ctx.actor, 'journey.write') && <MakeDraft slug={slug} journey={journey.key} version={version} />}
          <ButtonLink href={base}>{t('openMap')}</ButtonLink>
        </div>
      </div>
      <Banner tone="note">{t('asItStood', { version, when: say.moment(replacedAt, journey.timeZone) })}</Banner>
      {snapshot ? (
        <>
          <Headline detail={say.days(snapshot.from, snapshot.to)}>{snapshot.headline}</Headline>
          <Snapshot map={snapshot} address={`${base}/versions/${version}`} seen={seenIn(asked)} />
        </>
      ) : (
        <>
          <p className="my-3 text-sm text-ink-2">{t(can(ctx.actor, 'response.read') ? 'notCounted' : 'noNumbers')}</p>
          <Outline document={document} />
        </>
      )}
    </Page>
  )
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

const seenIn = ({ stage, touchpoint, heat, detail }: SearchParams): Seen => ({
  stage: one(stage),
  touchpoint: one(touchpoint),
  heat: heat === 'severity' ? heat : undefined,
  detail: detail === 'touchpoints' ? detail : undefined,
})

/** The way to a version; `number` as it stands in the address, which may be none of them. */
function Way({ slug, base, name, number }: { slug: string; base: string; name: string; number: string }) {
  const t = useWords('versions')
  const links = [{ href: `/w/${slug}/journeys`, name: t('journeys') }, { href: base, name }, { href: `${base}/versions`, name: t('title') }]
  return <Crumbs links={links} here={t('version', { version: number })} />
}
