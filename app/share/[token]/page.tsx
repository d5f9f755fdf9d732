import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readWords } from '../../_words/server'
import { Facts } from '../../w/[workspace]/journeys/[journey]/_facts/facts'
import { FactsPanel } from '../../w/[workspace]/journeys/[journey]/_facts/facts-panel'
import { mapInWords, readInWords } from '../../w/[workspace]/journeys/[journey]/_headline/read'
import { readSharedComments } from '#lib/shares/comments'
import { readSharedQuotes } from '#lib/shares/quotes'
import { readDoor, readOpened } from './_door/open'
import { Message } from './_door/message'
import { PasswordDoor } from './_door/password'
import { SharedMap } from './_map/shared-map'
import { Comments } from './_map/comments'
import { type SearchParams, viewOf, viewQuery } from './address'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await readOpened((await params).token)
  return { title: opened?.shown?.map.journey.name ?? { absolute: 'Wayfelt' }, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** One map for whoever has its link. What the page says by its status, server.ts says for it. */
export default async function SharePage({ params, searchParams }: Props) {
  const { token } = await params
  const query = await searchParams
  const t = await readWords('shares')
  const found = await readDoor(token)
  const view = viewOf(query)
  if (found.state === 'gone') notFound()
  if (found.state === 'expired') return <Message title={t('public.expiredTitle')} text={t('public.expiredText')} />
  if (found.state === 'locked') return <PasswordDoor token={token} query={viewQuery(view)} refused={String(query.refused ?? '')} />
  const opened = await readOpened(token)
  if (!opened?.shown) return <Message title={t('public.shared')} text={t('public.nothing')} />
  const { ctx, share } = opened
  const shown = { ...opened.shown, map: await mapInWords(opened.shown.map) }
  const base = `/share/${token}`
  const stage = shown.map.stages.find(({ key }) => key === view.stage)
  const touchpoint = stage?.touchpoints.find(({ key }) => key === view.touchpoint)?.key
  // They are read of a stage as a whole: beside one touchpoint they would speak of others.
  const comments = stage && !touchpoint ? await readInWords(readSharedComments(ctx, share, shown, stage.key, view.all)) : null
  const quotes = await readInWords(readSharedQuotes(ctx, share, shown))
  return (
    <SharedMap base={base} shown={shown} quotes={quotes} view={view} selected={stage?.key}>
      {stage && (
        <FactsPanel title={stage.name} closeHref={base + viewQuery(view)}>
          <Facts stage={stage} touchpoint={touchpoint} hrefOf={(key) => base + viewQuery(view, { stage: stage.key, touchpoint: key })} />
          {comments && <Comments comments={comments} moreHref={base + viewQuery(view, { stage: stage.key, all: true })} />}
        </FactsPanel>
      )}
    </SharedMap>
  )
}
