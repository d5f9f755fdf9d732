import { readEmail } from '#lib/surveys/share/read'
import { json, signedIn } from '../_share/signed-in'

/** The first question as mail. */
export const GET = signedIn(async ({ ctx, id, query }) => json(await readEmail(ctx, { ...query, id })))
