import { findBuild } from '#lib/surveys/builds'
import { noSuchBuild, scriptReply } from './reply'

type Params = { params: Promise<{ build: string }> }

/** One build of the widget under its own name, which never changes: for pages that name it with its hash. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [, hash = ''] = /^([0-9a-f]+)\.js$/.exec((await params).build) ?? []
  const build = await findBuild(hash)
  return build ? scriptReply(request, build, 'public, max-age=31536000, immutable') : noSuchBuild()
}
