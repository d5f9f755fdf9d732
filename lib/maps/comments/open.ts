import type { Tx } from '#db/open'
import { INSTRUMENTS } from '#lib/stats/instruments'
import { K_COMMENTS } from '#lib/stats/measure'
import { type Lookup, lookupOf, readCells } from '../cells'
import { type CommentQuery, countComments } from './page'

/** `closed`: where somebody answered, but too few. */
type Opened = { keys: string[]; closed: string[] }

type Group = Omit<CommentQuery, 'said' | 'search' | 'after' | 'limit'>

/**
 * The touchpoints whose comments may be read: K_COMMENTS answers there of the instrument that was answered most, or so many
 * comments where nothing else was asked. A comment names its touchpoint, so its stage's count would not do. `read`: the cells of
 * these touchpoints, where somebody has read them already.
 */
export async function openTouchpoints(tx: Tx, query: Group, read?: Lookup): Promise<Opened> {
  const lookup = read ?? lookupOf(await readCells(tx, { ...query, instruments: INSTRUMENTS, places: { touchpoint: query.touchpoints } }))
  const answers = new Map(query.touchpoints.map((key) => [key, Math.max(...INSTRUMENTS.map((i) => lookup('touchpoint', key, i).n))]))
  const small = query.touchpoints.filter((key) => (answers.get(key) ?? 0) < K_COMMENTS)
  const comments = await countComments(tx, { ...query, touchpoints: small, said: {}, search: null, after: null, limit: 0 })
  const keys = query.touchpoints.filter((key) => Math.max(answers.get(key) ?? 0, comments.get(key) ?? 0) >= K_COMMENTS)
  return { keys, closed: small.filter((key) => !keys.includes(key) && (answers.get(key) || comments.get(key))) }
}
