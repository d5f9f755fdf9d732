import { api, methodNotAllowed } from '#lib/auth/api'
import { bodyOf } from '#lib/http/request'
import { archiveSurvey } from '#lib/surveys/publish'
import { readSurvey } from '#lib/surveys/read'
import { saveSurvey } from '#lib/surveys/write'

export const GET = api(async ({ ctx, params }) => ({ data: await readSurvey(ctx, params) }))

export const PATCH = api(async ({ ctx, request, params }) => ({ data: await saveSurvey(ctx, await bodyOf(request, params)) }))

export const DELETE = api(async ({ ctx, params }) => ({ data: await archiveSurvey(ctx, params) }))

const refuse = methodNotAllowed('GET, PATCH, DELETE')
export { refuse as POST, refuse as PUT }
