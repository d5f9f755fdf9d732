import { api, methodNotAllowed } from '#lib/auth/api'
import { listImports } from '#lib/imports/read'
import { receiveRequest } from '#lib/imports/request'

export const GET = api(({ ctx, query }) => listImports(ctx, query))

export const POST = api(async ({ ctx, request }) => {
  const data = await receiveRequest(ctx, request)
  return { data, status: 202, headers: { location: `/api/v1/management/imports/${data.id}` } }
})

export const PUT = methodNotAllowed('GET, POST')
export const PATCH = PUT
export const DELETE = PUT
