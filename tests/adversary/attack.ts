import type { Counts, Guard } from '#lib/maps/suppress/guard'
import type { Instrument } from '#lib/stats/instruments'
import { spanOf } from './linear'
import { type Group, isIn, type Where, type World } from './random-table'

/** A number somewhere on the screen: the sum of which unknown scores it tells, about how many people, and whether it is seen. */
export type Shown = { name: string; vector: readonly number[]; n: number; isHidden: boolean; table: string[] }

/** The score that some people gave on one instrument: what the adversary wants to know. */
export type Unknown = { group: Group; instrument: Instrument }

export const unknownsOf = (world: World, stage: string): Unknown[] =>
  world.groups.filter((g) => g.stage === stage).flatMap((group) => group.answered.map((instrument) => ({ group, instrument })))

/** Emotion is the mean of what a person answered, twice it here: whole numbers. */
function weightOf({ group, instrument }: Unknown, number: Instrument): number {
  if (number === 'emotion') return 2 / group.answered.length
  return instrument === number ? 1 : 0
}

/** All that a share link can be made to show of one stage: every filter on offer, every place, every month. */
export function screensOf(world: World, guard: Guard, counts: Counts, stage: string, instruments: readonly Instrument[]): Shown[] {
  const unknowns = unknownsOf(world, stage)
  const touchpoints = world.stages.find((s) => s.key === stage)?.touchpoints.map((t) => t.key) ?? []
  return instruments.flatMap((instrument) => [null, ...guard.channels].flatMap((channel) => {
    const at = guard.at(stage, channel)
    const shown = (where: Where, isHidden: boolean, ...tables: string[]): Shown => ({
      name: [instrument, channel ?? 'all', where.place, where.month].join(' '),
      vector: unknowns.map((u) => (isIn(where)(u.group) ? weightOf(u, instrument) : 0)),
      n: counts(where.level, where.place, instrument, channel, where.month),
      isHidden,
      table: tables.map((table) => `${instrument} ${table}`),
    })
    const whole = channel === null ? [] : ['channels of the stage']
    return [
      shown({ level: 'stage', place: stage, channel }, at.stage(instrument), ...whole),
      ...touchpoints.map((place) => shown({ level: 'touchpoint', place, channel }, at.touchpoint(place, instrument), `touchpoints ${channel}`)),
      ...world.months.map((month) =>
        shown({ level: 'stage', place: stage, channel, month }, guard.month(stage, instrument, channel, month), `months ${channel}`)),
    ]
  }))
}

function groupsBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const isFew = (n: number) => n > 0 && n < 5

/**
 * What the adversary finds out by adding and subtracting what is seen, in words; nothing where the suppression holds.
 * `numbers`: hidden ones that are seen or follow. `groups`: sums about fewer than five people, on a screen or not.
 */
export function attack(screens: readonly Shown[], unknowns: readonly Unknown[]): { numbers: string[]; groups: string[] } {
  // "No answers" is shown, and says so of everybody it could be about.
  const empty = new Set(screens.filter(({ n }) => n === 0).flatMap(({ vector }) => vector.flatMap((c, i) => (c > 0 ? [i] : []))))
  const living = unknowns.map((_, i) => i).filter((i) => !empty.has(i))
  const told = screens.filter(({ n, isHidden }) => n > 0 && !isHidden)
  const pick = (vector: readonly number[]) => living.map((i) => vector[i] ?? 0)
  const follows = spanOf(told.map(({ vector }) => pick(vector)))
  const seen = told.filter(({ n }) => isFew(n)).map(({ name }) => `${name} is seen`)
  const found = screens.filter(({ n, isHidden, vector }) => n > 0 && isHidden && follows(pick(vector))).map(({ name }) => `${name} follows`)
  return { numbers: [...seen, ...found], groups: [...differences(told, unknowns), ...smallSums(living, unknowns, told, follows)] }
}

/** Nested numbers, and a total with the seen ones of its parts, may not differ by a few people. */
function differences(told: readonly Shown[], unknowns: readonly Unknown[]): string[] {
  const people = (vector: readonly number[]) => vector.reduce((sum, c, i) => sum + c * (unknowns[i]?.group.n ?? 0), 0)
  const isPart = (whole: Shown, part: Shown) => whole !== part && part.vector.every((c, i) => c <= (whole.vector[i] ?? 0))
  const isWhole = ({ name }: Shown) => !name.startsWith('emotion')
  return told.filter(isWhole).flatMap((whole) => {
    const parts = told.filter((part) => isWhole(part) && isPart(whole, part))
    const tables = groupsBy(parts.flatMap((part) => part.table.map((table) => ({ table, part }))), ({ table }) => table)
    const takings = [...parts.map((part) => [part]), ...[...tables.values()].map((table) => table.map(({ part }) => part))]
    return takings.filter((taken) => isFew(people(whole.vector) - taken.reduce((sum, { vector }) => sum + people(vector), 0)))
      .map((taken) => `${whole.name} without ${taken.map(({ name }) => name).join(', ')}`)
  })
}

const MOST_TRIED = 12

/** Any sum of scores of fewer than five people: all unions of blocks that no screen tells apart, where these are few enough to try. */
function smallSums(living: readonly number[], unknowns: readonly Unknown[], told: readonly Shown[], follows: (vector: readonly number[]) => boolean): string[] {
  const blocks = [...groupsBy(living.keys(), (at) => told.map(({ vector }) => vector[living[at] ?? -1]).join()).values()]
    .map((members) => ({ members, n: members.reduce((sum, at) => sum + (unknowns[living[at] ?? -1]?.group.n ?? 0), 0) }))
    .filter(({ n }) => n < 5)
  if (blocks.length > MOST_TRIED) return []
  const found: string[] = []
  for (let chosen = 1; chosen < 2 ** blocks.length; chosen++) {
    const union = blocks.filter((_, i) => (chosen >> i) % 2 === 1)
    const n = union.reduce((sum, block) => sum + block.n, 0)
    if (!isFew(n)) continue
    const inside = new Set(union.flatMap(({ members }) => members))
    if (follows(living.map((_, at) => (inside.has(at) ? 1 : 0)))) found.push(`${n} answers follow`)
  }
  return found
}
