import { api, methodNotAllowed } from '#lib/auth/api'
import { inviteRequest } from '#lib/imports/invite/request'
import { listInvitations } from '#lib/people/invitation-list'
import { SurveyOf } from '#lib/surveys/read'

export const GET = api(({ ctx, params, query }) => listInvitations(ctx, { ...query, ...params }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await inviteRequest(ctx, request, SurveyOf.parse(params)), status: 201 }))

const refuse = methodNotAllowed('GET, POST')
export { refuse as DELETE, refuse as PATCH, refuse as PUT }
