import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Page } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { can } from '#lib/permission'
import { Start } from '../_start/start'
import { offers } from '../_start/templates'

export const metadata: Metadata = { title: 'New journey' }

type Props = { params: Promise<{ workspace: string }> }

export default async function NewJourneyPage({ params }: Props) {
  const { workspace: slug } = await params
  const { ctx, workspace } = await pageContext(slug)
  if (!can(ctx.actor, 'journey.write')) redirect(`/w/${slug}/journeys`)
  return (
    <Page className="mx-auto max-w-292">
      <p className="text-sm">
        <Link href={`/w/${slug}/journeys`} className="link">
          Journeys
        </Link>
        <span className="text-ink-3"> / New</span>
      </p>
      <h1 className="mt-2 text-2xl font-semibold tracking-tight">A new journey</h1>
      <Start slug={slug} offers={offers()} company={workspace.name} />
    </Page>
  )
}
