import { unstable_rethrow } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { queryOf } from '#lib/http/request'
import { isId } from '#lib/ids'
import { refusalResponse } from '../../../../../_refusals/response'

type Route = { params: Promise<{ workspace: string; survey: string }> }
type Call = { ctx: Context; id: string; request: Request; query: Record<string, string> }

/** A route of one survey for whoever is signed in: the same verbs as the API, a refusal as problem details. */
export const signedIn =
  (run: (call: Call) => Promise<Response>) =>
  async (request: Request, { params }: Route): Promise<Response> => {
    try {
      const { workspace, survey: id } = await params
      const { ctx } = await pageContext(workspace)
      if (!isId(id)) throw notFound('survey')
      return await run({ ctx, id, request, query: queryOf(request) })
    } catch (error) {
      unstable_rethrow(error)
      return refusalResponse(error)
    }
  }

export const json = (data: unknown): Response => Response.json({ data }, { headers: { 'cache-control': 'no-store' } })

/** A file under the name that people gave, whatever letters it has. */
export const fileHeaders = (type: string, name: string, isShown = false): Record<string, string> => ({
  'content-type': type,
  'content-disposition': isShown ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/[/\\\p{Cc}]/gu, '_')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})
