import { inviteRequest } from '#lib/imports/invite/request'
import { readVoice } from '../../../../../../_refusals/refusal'
import { json, signedIn } from '../../_share/signed-in'

/** As many of those who got no link as a screen can show. */
const SHOWN = 100

/** Makes the links of a file. They are read from its batch; the answer says how many there are and who was left out. */
export const POST = signedIn(async ({ ctx, request, id }) => {
  const { batch, made, skipped, results } = await inviteRequest(ctx, request, { id }, await readVoice())
  const left = results.flatMap((one) => ('skipped' in one ? [{ line: one.line ?? 0, reason: one.reason }] : []))
  return json({ batch, made, skipped, left: left.slice(0, SHOWN) })
})
