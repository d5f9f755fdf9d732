import { widgetBuild } from '#lib/surveys/builds'
import { scriptReply } from '../widget/[build]/reply'

/** The latest widget: a new version reaches every site within minutes. */
export const GET = async (request: Request): Promise<Response> => scriptReply(request, await widgetBuild(), 'public, max-age=300, stale-while-revalidate=86400')
