import type { Counts } from '#lib/maps/suppress/guard'
import type { Stage } from '#lib/maps/journey'

type Asked = 'nps' | 'csat'

/** Some people who answered alike: at one touchpoint, by one channel, in one month. Nobody outside sees them by themselves. */
export type Group = { stage: string; touchpoint: string; channel: string | null; month: string; answered: readonly Asked[]; n: number }

export type World = { stages: Stage[]; channels: string[]; months: string[]; groups: Group[] }

/** sfc32 (Doty-Humphrey's PractRand), so that the ten thousand tables are the same everywhere. */
export function seeded(seed: number): () => number {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x243f6a88, 1]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

const WAYS_TO_ANSWER: readonly (readonly Asked[])[] = [['nps'], ['csat'], ['nps', 'csat']]

/** Small numbers on purpose: most cells are below k, many are empty, a few are large. `mixed`: two instruments, and no months. */
export function randomWorld(seed: number, mixed = false): World {
  const random = seeded(seed)
  const upTo = (n: number) => Math.floor(random() * (n + 1))
  const names = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i + 1}`)
  const [empty, small, large] = [random() * 0.8, random() * 0.8, 5 + upTo(60)]
  const months = mixed || random() < 0.5 ? [] : names('2026-0', 2 + upTo(2))
  const channels = names('channel ', upTo(4))
  const stages = names('stage ', 1 + upTo(4)).map((key, i) => ({
    key, name: key, position: i + 1,
    touchpoints: names(`${key} touchpoint `, 1 + upTo(5)).map((name) => ({ key: name, name, channel: null, overall: false })),
  }))
  const size = () => (random() < empty ? 0 : random() < small ? 1 + upTo(3) : upTo(large))
  const groups = stages.flatMap((stage) => [...stage.touchpoints.map((t) => t.key), ...(random() < 0.3 ? ['archived'] : [])].flatMap((touchpoint) => {
    const answers = mixed ? WAYS_TO_ANSWER.filter(() => random() < 0.5) : [['nps'] as const]
    const everyChannel = [...channels, ...(random() < 0.6 ? [null] : [])]
    return everyChannel.flatMap((channel) => (months.length === 0 ? [''] : months).flatMap((month) =>
      answers.map((answered) => ({ stage: stage.key, touchpoint, channel, month, answered, n: size() }))))
  }))
  return { stages, channels, months, groups }
}

/** Who counts in a number of some place; no channel means all, no month the whole period. */
export type Where = { level: 'stage' | 'touchpoint'; place: string; channel: string | null; month?: string | undefined }

export const isIn = ({ level, place, channel, month }: Where) => (g: Group) =>
  g[level] === place && (channel === null || g.channel === channel) && (month === undefined || g.month === month)

/** The tallies of a world. Emotion counts people, and only where two instruments make it more than the one again. */
export function countsOf({ groups }: World, mixed = false): Counts {
  const found = new Map<string, number>()
  return (level, place, instrument, channel, month) => {
    if (instrument !== 'nps' && !(mixed && (instrument === 'csat' || instrument === 'emotion'))) return 0
    const key = [level, place, instrument, channel, month].join('|')
    const known = found.get(key)
    if (known !== undefined) return known
    const counted = groups.filter(isIn({ level, place, channel, month })).filter((g) => instrument === 'emotion' || g.answered.includes(instrument))
    const n = counted.reduce((sum, g) => sum + g.n, 0)
    found.set(key, n)
    return n
  }
}
