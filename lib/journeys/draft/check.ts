import { isInherited } from '#lib/ids'
import { type Sentence, sentence } from '#lib/sentence'
import { MOST_STAGES, MOST_TOUCHPOINTS } from '../input'
import { placeOf } from './cell'
import { type Cell, foldPlaces, type Places } from './definition'
import { cellsOf, type Loaded } from './load'

/** What is wrong with a change, and the cell that it is about. */
type Complaint = { cell: string; code: string; said: Sentence }

const mayBeNew = (key: string) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(key) && !isInherited(key)

type Named = { key: string; name: string; at: string }

/** Live things that cannot be told apart, together: stages by their name, touchpoints by name and stage. */
function twins({ stages, touchpoints }: Places): Named[][] {
  const live = new Set(stages.filter((stage) => stage.live).map((stage) => stage.key))
  const all = [
    ...stages.filter((stage) => stage.live).map(({ key, name }) => ({ key, name, at: 'stage' })),
    ...touchpoints.filter((t) => t.live && live.has(t.stage)).map(({ key, name, stage }) => ({ key, name, at: `touchpoint ${stage}` })),
  ]
  const seen = new Map<string, Named[]>()
  for (const one of all) {
    const called = `${one.at} ${one.name.toLowerCase()}`
    seen.set(called, [...(seen.get(called) ?? []), one])
  }
  return [...seen.values()].filter((same) => same.length > 1)
}

const count = ({ stages, touchpoints }: Places) => {
  const live = new Set(stages.filter((stage) => stage.live).map((stage) => stage.key))
  return { stages: live.size, touchpoints: touchpoints.filter((t) => t.live && live.has(t.stage)).length }
}

/** What a map may not be. `before`: what it was already is nobody's fault now. */
export function complaintsOf(after: Places, before: Places, wanted: readonly Cell[], mayBeEmpty: boolean): Complaint[] {
  const first = wanted[0]?.cell ?? ''
  const about = ({ at, key }: Named) => wanted.find(({ cell }) => cell.startsWith(`${at.split(' ')[0]}/${key}/`))?.cell
  const was = new Set(twins(before).flat().map(({ key, name, at }) => `${key} ${at} ${name}`))
  // A name is one fault, however many have it.
  const complaints: Complaint[] = twins(after).flatMap((same) => {
    const mine = same.filter(({ key, name, at }) => !was.has(`${key} ${at} ${name}`))
    const one = mine.find(about) ?? mine[0]
    return one ? [{ cell: about(one) ?? first, code: 'name_taken', said: sentence('"{name}" is there already. Choose another name.', { name: one.name }) }] : []
  })
  const [now, then] = [count(after), count(before)]
  const toState = wanted.find(({ cell }) => cell.endsWith('/state'))?.cell ?? first
  if (now.stages === 0 && !mayBeEmpty) {
    complaints.push({ cell: toState, code: 'last_stage', said: sentence('A journey keeps at least one stage. Add another one first.') })
  }
  if (now.stages > Math.max(MOST_STAGES, then.stages)) {
    complaints.push({ cell: toState, code: 'too_many', said: sentence('A journey has at most {most} stages.', { most: MOST_STAGES }) })
  }
  if (now.touchpoints > Math.max(MOST_TOUCHPOINTS, then.touchpoints)) {
    complaints.push({ cell: toState, code: 'too_many', said: sentence('A journey has at most {most} touchpoints.', { most: MOST_TOUCHPOINTS }) })
  }
  return complaints
}

const isMine = (cells: readonly Cell[], cell: string) => cells.some((one) => one.cell === cell && typeof one.value === 'string')

/** Each change must be about a place that is there, or bring what a new one needs. */
function strangers({ journey }: Loaded, cells: readonly Cell[], after: Places, wanted: readonly Cell[]): Complaint[] {
  const stages = new Map(after.stages.map((stage) => [stage.key, stage]))
  const touchpoints = new Set(after.touchpoints.map((t) => t.key))
  const complaint = (cell: string, code: string, said: Sentence): Complaint[] => [{ cell, code, said }]
  const aboutStage = (cell: string, key: string): Complaint[] => {
    if (!stages.has(key)) return complaint(cell, 'unknown_stage', sentence('There is no stage with the key "{key}" in this draft.', { key: key.slice(0, 60) }))
    if (journey.stages.some((stage) => stage.key === key) || (mayBeNew(key) && isMine(cells, `stage/${key}/name`))) return []
    return complaint(cell, 'required', sentence('A new stage needs a key of small letters, digits and hyphens, and a name.'))
  }
  const aboutTouchpoint = (cell: string, key: string): Complaint[] => {
    const builtIn = key.endsWith('.overall') ? stages.get(key.slice(0, -'.overall'.length)) : undefined
    if (builtIn?.live) return complaint(cell, 'built_in', sentence('The overall touchpoint belongs to its stage and stays there.'))
    if (!touchpoints.has(key)) return complaint(cell, 'unknown_touchpoint', sentence('There is no touchpoint with the key "{key}" in this draft.', { key: key.slice(0, 60) }))
    if (journey.touchpoints.some((t) => t.key === key && !t.overall)) return []
    const isNamed = isMine(cells, `touchpoint/${key}/name`) && isMine(cells, `touchpoint/${key}/stage`)
    if ((mayBeNew(key) || builtIn) && isNamed) return []
    return complaint(cell, 'required', sentence('A new touchpoint needs a key of small letters, digits and hyphens, a name and a stage.'))
  }
  return wanted.flatMap(({ cell, value }) => {
    const place = placeOf(cell)
    if (place === null || value === null || place.kind === 'name') return []
    if (place.kind === 'order') return place.stage === null ? [] : aboutStage(cell, place.stage)
    const level = place.kind === 'lane' ? place.level : place.kind
    if (level === 'stage') return aboutStage(cell, place.key)
    const isMove = place.kind === 'touchpoint' && place.field === 'stage' && typeof value === 'string'
    return isMove && !stages.has(value) ? aboutStage(cell, value) : aboutTouchpoint(cell, place.key)
  })
}

/** What is wrong with a draft after these changes of it. */
export function checkDraft(loaded: Loaded, cells: readonly Cell[], wanted: readonly Cell[]): Complaint[] {
  const after = foldPlaces(loaded.published, cells, loaded.shelf)
  const before = foldPlaces(loaded.published, cellsOf(loaded.touched), loaded.shelf)
  return [...strangers(loaded, cells, after, wanted), ...complaintsOf(after, before, wanted, loaded.published.stages.length === 0)]
}
