import { unstable_rethrow } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import { receiveRequest } from '#lib/imports/request'
import { refusalResponse } from '../../../../_refusals/response'

type Route = { params: Promise<{ workspace: string }> }

/** The same as POST /api/v1/management/imports, for whoever is signed in. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  try {
    const { ctx } = await pageContext((await params).workspace)
    return Response.json({ data: await receiveRequest(ctx, request) }, { status: 202, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    return refusalResponse(error)
  }
}
