import { unstable_rethrow } from 'next/navigation'
import { pageContext } from '#lib/auth/session'
import { previewRequest } from '#lib/imports/request'
import { readVoice } from '../../../../../_refusals/refusal'
import { refusalResponse } from '../../../../../_refusals/response'

type Route = { params: Promise<{ workspace: string }> }

/** The columns and first rows of a file's beginning; stores nothing. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  try {
    const { ctx } = await pageContext((await params).workspace)
    return Response.json({ data: await previewRequest(ctx, request, await readVoice()) }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    unstable_rethrow(error)
    return refusalResponse(error)
  }
}
