import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Page } from '#ui/card'
import { pageContext } from '#lib/auth/session'
import { Problem } from '#lib/errors'
import { can } from '#lib/permission'
import { readWords } from '../../../../../_words/server'
import { Editor } from './editor'
import { loadEditor } from './load'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await readWords('editor'))('page') })

type Props = { params: Promise<{ workspace: string; journey: string }> }

export default async function EditJourneyPage({ params }: Props) {
  const { workspace: slug, journey: key } = await params
  const { ctx } = await pageContext(slug)
  if (!can(ctx.actor, 'journey.write')) redirect(`/w/${slug}/journeys/${key}`)
  const { draft, beside } = await loadEditor(ctx, key).catch((error: unknown) => {
    if (error instanceof Problem && (error.code === 'not_found' || error.code === 'validation_failed')) notFound()
    throw error
  })
  return (
    <Page>
      <Editor slug={slug} draft={draft} beside={beside} />
    </Page>
  )
}
