import { api, methodNotAllowed } from '#lib/auth/api'
import { inviteRequest } from '#lib/imports/invite/request'
import { endBatch } from '#lib/people/end-batch'
import { listInvitations } from '#lib/people/invitation-list'
import { SurveyOf } from '#lib/surveys/read'

export const GET = api(({ ctx, params, query }) => listInvitations(ctx, { ...query, ...params }))

export const POST = api(async ({ ctx, request, params }) => ({ data: await inviteRequest(ctx, request, SurveyOf.parse(params)), status: 201 }))

export const DELETE = api(async ({ ctx, params, query }) => ({ data: await endBatch(ctx, { ...query, ...params }) }))

const refuse = methodNotAllowed('GET, POST, DELETE')
export { refuse as PATCH, refuse as PUT }
