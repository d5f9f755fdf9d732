import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { pageContext } from '#lib/auth/session'
import { hasJourney } from '#lib/journeys/read'
import { Speak } from '../../../../_words/speak'

type Props = { children: ReactNode; params: Promise<{ workspace: string; journey: string }> }

/** Asked here, above what stands in while a page loads: from there on the status is sent already, and it would be 200. */
export default async function JourneyLayout({ children, params }: Props) {
  const { workspace, journey } = await params
  const { ctx } = await pageContext(workspace)
  if (!(await hasJourney(ctx, journey))) notFound()
  return <Speak areas={['campaigns', 'compare', 'exchange', 'explain', 'live', 'map', 'pain', 'panel', 'personas', 'shares', 'show', 'trends', 'versions']}>{children}</Speak>
}
