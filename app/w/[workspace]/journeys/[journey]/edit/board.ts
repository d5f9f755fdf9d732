import type { ReadJourney, ReadTouchpoint } from '#lib/journeys/read'

export type Card = Pick<ReadTouchpoint, 'key' | 'name' | 'channel' | 'surveys'>
export type Column = { key: string; name: string; cards: readonly Card[] }
export type Board = readonly Column[]

/** What is moved: a stage or a touchpoint. Its id names both kinds, whose keys may be equal. */
export type Spot = { kind: 'stage' | 'touchpoint'; key: string }
export const idOf = ({ kind, key }: Spot): string => `${kind}:${key}`
export const spotOf = (id: string | number): Spot => {
  const [kind = '', ...key] = String(id).split(':')
  return { kind: kind === 'stage' ? 'stage' : 'touchpoint', key: key.join(':') }
}

/** What is on the map, in order. The built-in overall has no card: it cannot be changed. */
export const boardOf = (journey: ReadJourney): Board =>
  journey.stages
    .filter((stage) => !stage.archived)
    .map(({ key, name, touchpoints }) => ({ key, name, cards: touchpoints.filter((t) => !t.archived && !t.overall) }))

export type Archived = Spot & { name: string; stage: string; stageName: string }

/** What can be brought back: stages, and touchpoints of stages that are on the map. */
export const archivedOf = (journey: ReadJourney): Archived[] =>
  journey.stages.flatMap((stage): Archived[] => {
    const at = { stage: stage.key, stageName: stage.name }
    if (stage.archived) return [{ kind: 'stage', key: stage.key, name: stage.name, ...at }]
    return stage.touchpoints.filter((t) => t.archived).map(({ key, name }) => ({ kind: 'touchpoint', key, name, ...at }))
  })

export const columnOf = (board: Board, card: string): Column | undefined => board.find((c) => c.cards.some(({ key }) => key === card))

const inserted = <T>(list: readonly T[], item: T, index: number): T[] => [...list.slice(0, index), item, ...list.slice(index)]

export function placeStage(board: Board, key: string, index: number): Board {
  const column = board.find((c) => c.key === key)
  if (!column) return board
  const others = board.filter((c) => c !== column)
  return inserted(others, column, Math.max(0, Math.min(index, others.length)))
}

/** `index` counts without the card itself. */
export function placeCard(board: Board, key: string, stage: string, index: number): Board {
  const card = columnOf(board, key)?.cards.find((c) => c.key === key)
  if (!card) return board
  const without = board.map((c) => ({ ...c, cards: c.cards.filter((one) => one !== card) }))
  return without.map((c) => (c.key === stage ? { ...c, cards: inserted(c.cards, card, Math.max(0, Math.min(index, c.cards.length))) } : c))
}

export type Way = 'up' | 'down' | 'left' | 'right'

/** One step by an arrow key: a stage goes along the journey, a touchpoint within its stage or to the next one. */
export function step(board: Board, { kind, key }: Spot, way: Way): Board {
  const by = way === 'up' || way === 'left' ? -1 : 1
  if (kind === 'stage') return placeStage(board, key, board.findIndex((c) => c.key === key) + by)
  const column = columnOf(board, key)
  if (!column) return board
  const row = column.cards.findIndex((c) => c.key === key)
  if (way === 'up' || way === 'down') return placeCard(board, key, column.key, row + by)
  const next = board[board.indexOf(column) + by]
  return next ? placeCard(board, key, next.key, row) : board
}

/** Where a thing stands, in words, for those who cannot see it move. */
export function whereIs(board: Board, { kind, key }: Spot): string {
  const column = kind === 'stage' ? board.find((c) => c.key === key) : columnOf(board, key)
  if (!column) return ''
  if (kind === 'stage') return `${column.name}: stage ${board.indexOf(column) + 1} of ${board.length}.`
  const row = column.cards.findIndex((c) => c.key === key)
  return `${column.cards[row]?.name}: ${row + 1} of ${column.cards.length} in ${column.name}.`
}

export type Change =
  | { verb: 'orderStages'; order: string[] }
  | { verb: 'orderTouchpoints'; stage: string; order: string[] }
  | { verb: 'moveToStage'; touchpoint: string; stage: string; order: string[] }

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, i) => key === b[i])

/** What must be saved after a thing was moved; null when it is back where it was. */
export function changeBetween(before: Board, after: Board, { kind, key }: Spot): Change | null {
  if (kind === 'stage') return same(keys(before), keys(after)) ? null : { verb: 'orderStages', order: keys(after) }
  const [from, to] = [columnOf(before, key), columnOf(after, key)]
  if (!from || !to) return null
  const order = keys(to.cards)
  if (from.key !== to.key) return { verb: 'moveToStage', touchpoint: key, stage: to.key, order }
  return same(keys(from.cards), order) ? null : { verb: 'orderTouchpoints', stage: to.key, order }
}
