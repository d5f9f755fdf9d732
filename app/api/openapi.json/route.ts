import { methodNotAllowed } from '#lib/auth/api'
import { openApi } from '#lib/http/openapi'
import { OPERATIONS } from './operations'

const document = JSON.stringify(openApi(OPERATIONS))

/** For everybody: it says what there is to ask, and nothing of anybody's answers. */
export const GET = () =>
  new Response(document, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' },
  })

const refuse = methodNotAllowed('GET')
export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT }
