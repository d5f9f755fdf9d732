import type { Audience, Campaign, Redundant } from './types'

export type Speaking = Pick<Campaign, 'id' | 'channel' | 'persona' | 'audience' | 'stages' | 'starts' | 'ends'>

/** How people write the same thing twice: other capitals, other spaces. */
const same = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

const isEverybody = ({ persona, audience }: Audience) => persona === null && audience === null

/** Whom both speak to; null where they speak to different people. A persona and people named by words are taken to be different. */
function shared(a: Audience, b: Audience): Audience | null {
  if (isEverybody(a)) return b
  if (isEverybody(b)) return a
  const isSame = a.persona !== null ? a.persona === b.persona : a.audience !== null && b.audience !== null && same(a.audience) === same(b.audience)
  return isSame ? a : null
}

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)

function between(a: Speaking, b: Speaking): Redundant | null {
  const stages = a.stages.filter((stage) => b.stages.includes(stage))
  const people = shared(a, b)
  if (stages.length === 0 || people === null) return null
  const { persona, audience } = people
  return { a: a.id, b: b.id, stages, channel: a.channel, persona, audience, from: b.starts, to: earlier(a.ends, b.ends) }
}

const byStart = (a: Speaking, b: Speaking) => (a.starts === b.starts ? (a.id < b.id ? -1 : 1) : a.starts < b.starts ? -1 : 1)

/**
 * Pairs of campaigns that share a stage, the channel, some days and people; each pair once, the earlier campaign first, in the
 * order in which they begin. One walk along the days in each channel: only what is still open is held against what begins.
 */
export function findRedundant(campaigns: readonly Speaking[]): Redundant[] {
  const open = new Map<string, Speaking[]>()
  return [...campaigns].sort(byStart).flatMap((one) => {
    const channel = same(one.channel)
    const others = (open.get(channel) ?? []).filter(({ ends }) => ends === null || ends >= one.starts)
    open.set(channel, [...others, one])
    return others.flatMap((other) => between(other, one) ?? [])
  })
}
