import { exportSurvey } from '#lib/surveys/portable'
import { fileHeaders, signedIn } from '../_share/signed-in'

/** The whole survey as a file, without its answers. */
export const GET = signedIn(async ({ ctx, id }) => {
  const file = await exportSurvey(ctx, { id })
  return new Response(`${JSON.stringify(file, null, 2)}\n`, { headers: fileHeaders('application/json', `${file.name}.json`) })
})
