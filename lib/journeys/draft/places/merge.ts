import { z } from 'zod'
import type { Context } from '#lib/context'
import { fault, invalid, notFound } from '#lib/errors'
import { allow } from '#lib/permission'
import { Key } from '../../input'
import { type Cell, type Changed, cellOf, foldPlaces, type PlacedStage } from '../definition'
import { editDraft } from '../edit'
import { cellsOf, type Loaded } from '../load'

export const MergeStages = z.strictObject({ journey: Key, from: Key, into: Key })

/** At most so long, and no half of a character at its end. */
const cut = (text: string, most: number) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '').trimEnd()

/** A name that is free among these: where it is taken, with the stage that it came from. */
function nameAmong(taken: Set<string>, name: string, stage: string): string {
  const marked = (more: string) => `${cut(name, 117 - more.length)} (${more})`
  const tries = [name, marked(cut(stage, 60)), ...Array.from({ length: 100 }, (_, i) => marked(`${cut(stage, 56)} ${i + 2}`))]
  const free = tries.find((one) => !taken.has(one.toLowerCase())) ?? name
  taken.add(free.toLowerCase())
  return free
}

function mergedCells({ journey, published, shelf, touched }: Loaded, from: PlacedStage, into: PlacedStage): Cell[] {
  const { touchpoints } = foldPlaces(published, cellsOf(touched), shelf)
  const there = touchpoints.filter((t) => t.stage === into.key)
  // What is archived comes along too: its answers still count in the stage.
  const moved = touchpoints.filter((t) => t.stage === from.key)
  const taken = new Set(there.filter((t) => t.live).map((t) => t.name.toLowerCase()))
  const cells = moved.flatMap((t) => {
    const name = t.live ? nameAmong(taken, t.name, from.name) : t.name
    const renamed = name === t.name ? [] : [{ cell: cellOf.touchpoint(t.key, 'name'), value: name }]
    return [{ cell: cellOf.touchpoint(t.key, 'stage'), value: into.key }, ...renamed]
  })
  // Answers that knew only their stage stand at its overall, which becomes a touchpoint like others. A stage that is only in the draft has none.
  const overall = journey.touchpoints.find((t) => t.overall && t.stageKey === from.key)
  const built = overall === undefined ? [] : [
    { cell: cellOf.touchpoint(overall.key, 'state'), value: 'live' },
    { cell: cellOf.touchpoint(overall.key, 'name'), value: nameAmong(taken, `${cut(from.name, 110)}: overall`, from.name) },
    { cell: cellOf.touchpoint(overall.key, 'stage'), value: into.key },
  ]
  const order = [...there, ...moved].map((t) => t.key).concat(overall?.key ?? [])
  return [
    { cell: cellOf.stage(from.key, 'state'), value: 'archived' },
    ...cells,
    ...built,
    { cell: cellOf.order(into.key), value: order },
  ]
}

/** Make one stage of two: the touchpoints of `from`, its overall among them, stand in `into` with all their answers; `from` is archived. */
export async function mergeStages(ctx: Context, input: unknown): Promise<Changed> {
  allow(ctx, 'journey.write')
  const { journey, from, into } = MergeStages.parse(input)
  const make = (loaded: Loaded) => {
    const live = foldPlaces(loaded.published, cellsOf(loaded.touched), loaded.shelf).stages.filter((stage) => stage.live)
    const source = live.find((stage) => stage.key === from)
    if (!source) throw notFound('stage')
    if (live.length === 1) throw invalid(fault('/from', 'last_stage', 'This is the only stage: there is nothing to merge it with.'))
    if (from === into) throw invalid(fault('/into', 'same_stage', 'A stage cannot be merged with itself. Choose another one.'))
    const target = live.find((stage) => stage.key === into)
    if (!target) throw invalid(fault('/into', 'unknown_stage', 'The draft has no stage with the key "{key}" on its map.', { key: into }))
    return { cells: mergedCells(loaded, source, target), says: {} }
  }
  return editDraft(ctx, journey, make, () => '/from')
}
