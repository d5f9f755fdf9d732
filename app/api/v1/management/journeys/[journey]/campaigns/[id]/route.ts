import { api, methodNotAllowed } from '#lib/auth/api'
import { archiveCampaign, changeCampaign } from '#lib/campaigns/write'
import { bodyOf } from '#lib/http/request'

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await changeCampaign(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await archiveCampaign(ctx, params) }))

const refuse = methodNotAllowed('PATCH, DELETE')
export { refuse as GET, refuse as POST, refuse as PUT }
