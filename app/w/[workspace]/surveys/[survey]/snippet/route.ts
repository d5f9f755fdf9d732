import { readSnippet } from '#lib/surveys/share/read'
import { json, signedIn } from '../_share/signed-in'

/** What the ways to share must know of the widget; made when somebody looks, for it is bundled then. */
export const GET = signedIn(async ({ ctx, id }) => json(await readSnippet(ctx, { id })))
