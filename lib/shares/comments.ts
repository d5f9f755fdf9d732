import type { Context } from '#lib/context'
import { listComments } from '#lib/maps/comments/list'
import type { MapComment } from '#lib/maps/comments/types'
import type { Share } from './knock'
import type { Shown } from './shown/read'

/** Words and where they were said: no score, no day, nothing by which one person could be put together. */
export type SharedComments = { comments: { text: string; touchpoint: MapComment['touchpoint'] }[]; hidden: boolean; hasMore: boolean }

const FIRST = 20
const ALL = 200

/** The last id that a response could have got at a moment (UUIDv7). */
export function lastIdAt(at: string): string {
  const ms = Date.parse(at).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7fff-bfff-ffffffffffff`
}

/** What people wrote at a place, as of the moment at which its stage is shown; null where the link shows no comments. */
export async function readSharedComments(ctx: Context, share: Share, { map, at }: Shown, stage: string, all: boolean): Promise<SharedComments | null> {
  const taken = at[stage]
  if (!share.comments || taken === undefined) return null
  const asked = { ...share.asked, journey: share.journey, from: map.from, to: map.to }
  const { comments, nextCursor, hidden } = await listComments(ctx, { ...asked, stage, limit: all ? ALL : FIRST }, lastIdAt(taken))
  return { comments: comments.map(({ text, touchpoint }) => ({ text, touchpoint })), hidden: hidden !== null, hasMore: !all && nextCursor !== null }
}
