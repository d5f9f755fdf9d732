import type { Context } from '#lib/context'
import { knock, type Share, shareContext } from '#lib/shares/knock'
import { createShare } from '#lib/shares/write'

/** What the server signs cookies of links with. */
export const SECRET = 'x'.repeat(32)

/** A link to a map, and its token as whoever has it comes with. */
export async function makeLink(ctx: Context, journey: string, asked: object = {}): Promise<{ id: string; token: string }> {
  const { id, url } = await createShare(ctx, { journey, name: 'Board', ...asked })
  return { id, token: url.split('/').at(-1) ?? '' }
}

/** The same, open, with who reads by it at the same clock. */
export async function openLink(ctx: Context, journey: string, asked: object = {}): Promise<{ token: string; share: Share; reader: Context }> {
  const { token } = await makeLink(ctx, journey, asked)
  const found = await knock(ctx.db, SECRET, { token, cookie: undefined, now: ctx.now() })
  if (found.state !== 'open') throw new Error(found.state)
  return { token, share: found.share, reader: shareContext(ctx.db, found.share, ctx.now) }
}
