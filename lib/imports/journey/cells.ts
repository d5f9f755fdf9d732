import { isDeepStrictEqual } from 'node:util'
import { type Cell, cellOf, foldDraft, foldPlaces } from '#lib/journeys/draft/definition'
import { freeKey } from '#lib/journeys/draft/places/keys'
import { cellsOf as storedCells, type Loaded } from '#lib/journeys/draft/load'
import type { Brought } from './brought'
import { cellsOf } from './insert'
import type { IntoDraft } from './types'

type Known = { key: string; name: string; live: boolean }

/** A place is known by its key, else by exactly its name. */
const find = <T extends Known>(all: readonly T[], key: string, name: string): T | undefined =>
  all.find((one) => one.key === key) ?? all.find((one) => one.live && one.name.toLowerCase() === name.toLowerCase())

/** What is brought keeps its key in the journey where nothing else has it, so that the same file brought twice changes nothing. */
function keysFor(loaded: Loaded, level: 'stage' | 'touchpoint') {
  const used: string[] = []
  return (name: string): string => {
    const key = freeKey(name, level, loaded.journey, [...loaded.touched.keys(), ...used])
    used.push(`${level}/${key}/name`)
    return key
  }
}

/** The changes of a draft that bring a text into it. Nothing is taken away, and the journey keeps its name. */
export function draftCells(loaded: Loaded, brought: Brought): { cells: Cell[]; says: { into: IntoDraft } } {
  const stored = storedCells(loaded.touched)
  const document = foldDraft(loaded.published, stored, loaded.shelf)
  const places = foldPlaces(loaded.published, stored, loaded.shelf)
  const cells: Cell[] = []
  const added: string[] = []
  const set = (cell: string, value: unknown, before: unknown) => void (isDeepStrictEqual(value, before) || cells.push({ cell, value }))

  const newStage = keysFor(loaded, 'stage')
  const stageKeys = new Map(
    brought.stages.map(({ key, name }) => {
      const there = find(places.stages, key, name)
      const own = there?.key ?? newStage(name)
      if (!there) added.push(name)
      set(cellOf.stage(own, 'state'), 'live', there?.live ? 'live' : null)
      set(cellOf.stage(own, 'name'), name, there?.name)
      return [key, own]
    }),
  )
  const newTouchpoint = keysFor(loaded, 'touchpoint')
  const touchpointKeys = new Map(
    brought.touchpoints.map(({ key, name, channel, stage }) => {
      const at = stageKeys.get(stage) ?? stage
      const there = places.touchpoints.find((one) => one.key === key) ?? find(places.touchpoints.filter((one) => one.stage === at), key, name)
      const own = there?.key ?? newTouchpoint(name)
      if (!there) added.push(name)
      set(cellOf.touchpoint(own, 'state'), 'live', there?.live ? 'live' : null)
      set(cellOf.touchpoint(own, 'name'), name, there?.name)
      set(cellOf.touchpoint(own, 'stage'), at, there?.stage)
      // A text without channels says nothing of them.
      if (channel !== null) set(cellOf.touchpoint(own, 'channel'), channel, there?.channel)
      return [key, own]
    }),
  )
  const order = (cell: string, mine: readonly string[], there: readonly string[]) => set(cell, [...mine, ...there.filter((key) => !mine.includes(key))], [...there])
  order(cellOf.order(), [...stageKeys.values()], document.stages.map(({ key }) => key))
  for (const [key, own] of stageKeys) {
    const mine = brought.touchpoints.filter(({ stage }) => stage === key).map((t) => touchpointKeys.get(t.key) ?? t.key)
    order(cellOf.order(own), mine, document.touchpoints.filter(({ stage }) => stage === own).map((t) => t.key))
  }
  for (const { lane, level, place, value } of cellsOf(brought.lanes)) {
    const own = (level === 'stage' ? stageKeys : touchpointKeys).get(place) ?? place
    set(cellOf.lane(lane, level, own), value, document.lanes[lane][level][own])
  }
  const mine = new Set([...stageKeys.values(), ...touchpointKeys.values()])
  const kept = [...document.stages, ...document.touchpoints].filter(({ key }) => !mine.has(key)).length
  return { cells, says: { into: { added, changed: cells.length, kept } } }
}
