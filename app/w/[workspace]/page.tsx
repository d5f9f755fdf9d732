import { redirect } from 'next/navigation'

type Props = { params: Promise<{ workspace: string }> }

export default async function WorkspacePage({ params }: Props): Promise<never> {
  redirect(`/w/${encodeURIComponent((await params).workspace)}/journeys`)
}
