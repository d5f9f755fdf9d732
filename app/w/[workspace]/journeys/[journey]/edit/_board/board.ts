import { type Cell, cellOf, type Draft } from '#lib/journeys/draft/definition'
import type { MapDocument } from '#lib/journeys/document/schema'

export type Card = { key: string; name: string; channel: string | null }
export type Column = { key: string; name: string; cards: readonly Card[] }
export type Board = readonly Column[]

/** What is moved: a stage or a touchpoint. Its id names both kinds, whose keys may be equal. */
export type Spot = { kind: 'stage' | 'touchpoint'; key: string }
export const idOf = ({ kind, key }: Spot): string => `${kind}:${key}`
export const spotOf = (id: string | number): Spot => {
  const [kind = '', ...key] = String(id).split(':')
  return { kind: kind === 'stage' ? 'stage' : 'touchpoint', key: key.join(':') }
}

/** The map as it is being written, in order. */
export const boardOf = ({ stages, touchpoints }: MapDocument): Board =>
  stages.map(({ key, name }) => ({
    key,
    name,
    cards: touchpoints.filter((t) => t.stage === key).map((t) => ({ key: t.key, name: t.name, channel: t.channel })),
  }))

export type Archived = Spot & { name: string; stageName: string }

/** What can be brought back: stages, and touchpoints of stages that are on the map. */
export const archivedOf = ({ archived, document }: Draft): Archived[] =>
  archived.flatMap(({ kind, key, name, stage }): Archived[] => {
    if (kind === 'stage') return [{ kind, key, name, stageName: name }]
    const at = document.stages.find((each) => each.key === stage)
    return at ? [{ kind, key, name, stageName: at.name }] : []
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

/** Where a thing stands: its place from 1, of how many, and in which stage. */
export function whereIs(board: Board, { kind, key }: Spot): { name: string; place: number; of: number; stage: string } | null {
  const column = kind === 'stage' ? board.find((c) => c.key === key) : columnOf(board, key)
  if (!column) return null
  if (kind === 'stage') return { name: column.name, place: board.indexOf(column) + 1, of: board.length, stage: '' }
  const row = column.cards.findIndex((c) => c.key === key)
  return { name: column.cards[row]?.name ?? '', place: row + 1, of: column.cards.length, stage: column.name }
}

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((key, i) => key === b[i])

/** What must be saved after a thing was moved; nothing when it is back where it was. */
export function editsBetween(before: Board, after: Board, { kind, key }: Spot): Cell[] {
  if (kind === 'stage') return same(keys(before), keys(after)) ? [] : [{ cell: cellOf.order(), value: keys(after) }]
  const [from, to] = [columnOf(before, key), columnOf(after, key)]
  if (!from || !to) return []
  const order = { cell: cellOf.order(to.key), value: keys(to.cards) }
  if (from.key !== to.key) return [{ cell: cellOf.touchpoint(key, 'stage'), value: to.key }, order]
  return same(keys(from.cards), order.value) ? [] : [order]
}
