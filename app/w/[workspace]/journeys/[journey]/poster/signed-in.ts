import { unstable_rethrow } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import type { Context } from '#lib/context'
import { queryOf } from '#lib/http/request'
import { refusalResponse } from '../../../../../_refusals/response'

type Route = { params: Promise<{ workspace: string; journey: string }> }
type Call = { ctx: Context; journey: string; query: Record<string, string> }

/** A file of one journey for whoever is signed in: the same verbs as the page, a refusal as problem details. */
export const signedIn =
  (run: (call: Call) => Promise<Response>) =>
  async (request: Request, { params }: Route): Promise<Response> => {
    try {
      const { workspace, journey } = await params
      const { ctx } = await pageContext(workspace)
      return await run({ ctx, journey, query: queryOf(request) })
    } catch (error) {
      unstable_rethrow(error)
      return refusalResponse(error)
    }
  }

const named = (name: string) => encodeURIComponent(name.replace(/[/\\\p{Cc}]/gu, '_')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/** A file under the name that people gave, whatever letters it has; an image on its own runs nothing and loads nothing. */
export const fileHeaders = (type: string, name: string, isShown = false): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${named(name)}`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
})
