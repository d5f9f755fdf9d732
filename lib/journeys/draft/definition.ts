import type { MapDocument } from '../document/schema'

/** One thing of a map that can be changed by itself, by its path, such as `stage/onboarding/name`. */
export type Cell = { cell: string; value: unknown }

/** `revision`: that of the cell as it was seen; 0 for one that nobody has ever touched. */
export type Change = Cell & { revision: number }

/** `at`: ISO 8601; `by`: the person's name, null where it was no person. */
export type DraftCell = Change & { at: string; by: string | null }

/** What is not on the published map but can come back: archived itself, or with the stage that it stands in. */
export type Shelved = { kind: 'stage' | 'touchpoint'; key: string; name: string; stage: string | null; channel: string | null; withStage: boolean }

export type Draft = {
  journey: string
  /** The published map that it changes. */
  version: number
  /** Counts every change of the draft: what a publication says it has seen. */
  revision: number
  published: MapDocument
  /** The map as it would be published. */
  document: MapDocument
  cells: DraftCell[]
  /** Of every cell that was ever touched, also where the change was taken back. */
  revisions: Record<string, number>
  /** What stands off the published map; `foldDraft` needs it to put something back. */
  shelf: Shelved[]
  /** What the draft leaves off its map, in words: what can be put back. */
  archived: { kind: 'stage' | 'touchpoint'; key: string; name: string; stage: string | null }[]
}

/** `undo`, sent as changes, takes it back. */
export type Changed = { draft: Draft; undo: Change[] }

export type Level = 'stage' | 'touchpoint'
export type StageField = 'state' | 'name'
export type TouchpointField = 'state' | 'name' | 'channel' | 'stage'

/** How each cell is written. */
export const cellOf = {
  name: 'name',
  order: (stage?: string) => (stage === undefined ? 'order' : `order/${stage}`),
  stage: (key: string, field: StageField) => `stage/${key}/${field}`,
  touchpoint: (key: string, field: TouchpointField) => `touchpoint/${key}/${field}`,
  lane: (lane: string, level: Level, key: string) => `lane/${lane}/${level}/${key}`,
}

export type PlacedStage = { key: string; name: string; live: boolean }
/** `live` of itself; it is on the map where its stage is too. */
type PlacedTouchpoint = { key: string; stage: string; name: string; channel: string | null; live: boolean }

/** Every place that is known, on the map or off it, each once and in order: the stages of the map first. */
export type Places = { stages: PlacedStage[]; touchpoints: PlacedTouchpoint[] }

const textOr = <T>(value: unknown, otherwise: T): string | T => (typeof value === 'string' ? value : otherwise)

/** Keys in the order that was wished: unknown ones are dropped from it, and what it leaves out stands behind. */
export function arrange(keys: readonly string[], wished: unknown): string[] {
  const known = new Set(keys)
  const order = Array.isArray(wished) ? wished.filter((key: unknown): key is string => typeof key === 'string' && known.has(key)) : []
  return [...new Set([...order, ...keys])]
}

const inOrder = <T extends { key: string }>(all: readonly T[], wished: unknown): T[] => {
  const byKey = new Map(all.map((one) => [one.key, one]))
  return arrange([...byKey.keys()], wished).flatMap((key) => byKey.get(key) ?? [])
}

/** Keys that the draft itself has made, also of what it took off again. */
const added = (values: ReadonlyMap<string, unknown>, level: Level, known: ReadonlySet<string>): string[] =>
  [...values].flatMap(([cell, value]) => {
    const [kind, key, field, more] = cell.split('/')
    const isNew = kind === level && field === 'state' && more === undefined && (value === 'live' || value === 'archived')
    return isNew && key !== undefined && !known.has(key) ? key : []
  })

const stateOr = (value: unknown, otherwise: boolean) => (value === 'live' ? true : value === 'archived' ? false : otherwise)

type Base<T> = Omit<T, 'live'> & { isLive: boolean }

function foldStages(published: MapDocument, values: ReadonlyMap<string, unknown>, shelf: readonly Shelved[]): PlacedStage[] {
  const base: Base<PlacedStage>[] = [
    ...published.stages.map(({ key, name }) => ({ key, name, isLive: true })),
    ...shelf.filter((one) => one.kind === 'stage').map(({ key, name }) => ({ key, name, isLive: false })),
  ]
  const more = added(values, 'stage', new Set(base.map((one) => one.key))).map((key) => ({ key, name: key, isLive: true }))
  const all = [...base, ...more].map(({ key, name, isLive }) => ({
    key,
    name: textOr(values.get(cellOf.stage(key, 'name')), name),
    live: stateOr(values.get(cellOf.stage(key, 'state')), isLive),
  }))
  const ordered = inOrder(all, values.get(cellOf.order()))
  return [...ordered.filter((stage) => stage.live), ...ordered.filter((stage) => !stage.live)]
}

function foldTouchpoints(published: MapDocument, values: ReadonlyMap<string, unknown>, shelf: readonly Shelved[], stages: readonly PlacedStage[]) {
  const base: Base<PlacedTouchpoint>[] = [
    ...published.touchpoints.map((t) => ({ ...t, isLive: true })),
    ...shelf.flatMap(({ kind, key, name, stage, channel, withStage }) =>
      kind === 'touchpoint' && stage !== null ? { key, name, stage, channel, isLive: withStage } : [],
    ),
  ]
  // Where the stage that the draft put it in is gone again, it stands where it stood; a new one in the last stage.
  const known = new Set(stages.map((stage) => stage.key))
  const last = stages.findLast((stage) => stage.live)?.key ?? stages.at(-1)?.key
  const more = last === undefined ? [] : added(values, 'touchpoint', new Set(base.map((one) => one.key))).map((key) => ({ key, name: key, stage: last, channel: null, isLive: true }))
  // A stage of the map has its overall built in: it is no touchpoint of its own, also where a merge made it one.
  const builtIn = new Set(stages.filter((stage) => stage.live).map((stage) => `${stage.key}.overall`))
  return [...base, ...more].filter(({ key }) => !builtIn.has(key)).map(({ key, name, stage, channel, isLive }) => {
    const wished = textOr(values.get(cellOf.touchpoint(key, 'stage')), stage)
    const said = values.get(cellOf.touchpoint(key, 'channel'))
    return {
      key,
      stage: known.has(wished) ? wished : known.has(stage) ? stage : (last ?? stage),
      name: textOr(values.get(cellOf.touchpoint(key, 'name')), name),
      channel: said === undefined ? channel : textOr(said, null),
      live: stateOr(values.get(cellOf.touchpoint(key, 'state')), isLive),
    }
  })
}

/** All places under a draft, also those that it leaves off the map. */
export function foldPlaces(published: MapDocument, cells: readonly Cell[], shelf: readonly Shelved[]): Places {
  const values = new Map(cells.map(({ cell, value }) => [cell, value]))
  const stages = foldStages(published, values, shelf)
  const touchpoints = foldTouchpoints(published, values, shelf, stages)
  return {
    stages,
    touchpoints: stages.flatMap(({ key }) => inOrder(touchpoints.filter((t) => t.stage === key), values.get(cellOf.order(key)))),
  }
}

function foldLanes(published: MapDocument, cells: readonly Cell[]): MapDocument['lanes'] {
  const lanes = structuredClone(published.lanes)
  for (const { cell, value } of cells) {
    const [kind, lane, level, key] = cell.split('/')
    if (kind !== 'lane' || lane === undefined || !Object.hasOwn(lanes, lane) || key === undefined) continue
    const book: { stage: Record<string, unknown>; touchpoint: Record<string, unknown> } = lanes[lane as keyof typeof lanes]
    if (level !== 'stage' && level !== 'touchpoint') continue
    const { [key]: _, ...others } = book[level]
    book[level] = value === null ? others : { ...others, [key]: value }
  }
  return lanes
}

/** The published map with the changes of a draft: what is live in it, in order. Whatever the cells say, no place is lost or doubled. */
export function foldDraft(published: MapDocument, cells: readonly Cell[], shelf: readonly Shelved[] = []): MapDocument {
  const { stages, touchpoints } = foldPlaces(published, cells, shelf)
  const shown = stages.filter((stage) => stage.live).map(({ key, name }) => ({ key, name }))
  const keys = new Set(shown.map((stage) => stage.key))
  return {
    name: textOr(cells.find(({ cell }) => cell === cellOf.name)?.value, published.name),
    stages: shown,
    touchpoints: touchpoints.filter((t) => t.live && keys.has(t.stage)).map(({ key, stage, name, channel }) => ({ key, stage, name, channel })),
    lanes: foldLanes(published, cells),
  }
}
