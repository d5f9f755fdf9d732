import { invitationsCsv } from '#lib/exports/invitations'
import { fileHeaders, signedIn } from '../../_share/signed-in'

/** A batch of links as CSV, with what has become of each. */
export const GET = signedIn(async ({ ctx, id, query }) => {
  const csv = await invitationsCsv(ctx, { ...query, id })
  return new Response(csv, { headers: fileHeaders('text/csv; charset=utf-8', `links-${query.batch ?? ''}.csv`) })
})
