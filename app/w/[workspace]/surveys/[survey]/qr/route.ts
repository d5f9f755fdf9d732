import { drawCode } from '#lib/surveys/share/read'
import { fileHeaders, signedIn } from '../_share/signed-in'

/** The code of a link: shown on the page, or as a file where `file` is asked for. */
export const GET = signedIn(async ({ ctx, id, query: { file, ...query } }) => {
  const { type, body, name } = await drawCode(ctx, { ...query, id })
  return new Response(body, { headers: fileHeaders(type, name, file === undefined) })
})
