import { previewPeople } from '#lib/imports/invite/request'
import { readVoice } from '../../../../../../_refusals/refusal'
import { json, signedIn } from '../../_share/signed-in'

/** What a file of people says, before any link is made of it. */
export const POST = signedIn(async ({ ctx, request }) => json(await previewPeople(ctx, request, await readVoice())))
