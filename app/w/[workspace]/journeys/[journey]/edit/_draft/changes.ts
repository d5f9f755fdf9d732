import type { LaneBook } from '#lib/journeys/document/schema'
import { type Cell, cellOf, type Draft, type DraftCell } from '#lib/journeys/draft/definition'
import type { Say } from '#lib/words/say'
import type { useWords } from '#words'

type Words = { t: ReturnType<typeof useWords<'editor'>>; say: Say }

/** One change of a draft as people speak of it: what it is about, what was there and what is there now. */
export type Item = {
  /** The cells that belong to it: a new stage is its state, its name and its order. */
  cells: readonly string[]
  subject: string
  field: string
  before: string | null
  after: string | null
  at: string
  by: string | null
}

type Names = { stage: (key: string) => string; touchpoint: (key: string) => string }

function namesOf({ document, published, shelf, archived, cells }: Draft): Names {
  const find = (kind: 'stage' | 'touchpoint') => (key: string) => {
    const own = cells.find(({ cell }) => cell === `${kind}/${key}/name`)?.value
    if (typeof own === 'string') return own
    const places = kind === 'stage' ? [...document.stages, ...published.stages] : [...document.touchpoints, ...published.touchpoints]
    return (places.find((one) => one.key === key) ?? [...shelf, ...archived].find((one) => one.kind === kind && one.key === key))?.name ?? key
  }
  return { stage: find('stage'), touchpoint: find('touchpoint') }
}

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

/** The keys that both have stand in one order in both. */
const sameOrder = (a: readonly string[], b: readonly string[]) => {
  const [left, right] = [a.filter((key) => b.includes(key)), b.filter((key) => a.includes(key))]
  return left.every((key, i) => key === right[i])
}

/** What a draft changes, in the order in which it was changed last. */
export function changesOf(words: Words, draft: Draft): Item[] {
  const { t } = words
  const { published, document, shelf, cells } = draft
  const name = namesOf(draft)
  const parts = cells.map((cell) => ({ cell, path: cell.cell.split('/') }))
  const isNew = (kind: string, key: string) =>
    !(kind === 'stage' ? published.stages : published.touchpoints).some((one) => one.key === key) && !shelf.some((one) => one.kind === kind && one.key === key)
  const inStage = (doc: typeof document, stage: string) => keys(doc.touchpoints.filter((each) => each.stage === stage))
  const isComing = (path: readonly string[], value: unknown) => (path[2] === 'stage' && !isNew('touchpoint', path[1] ?? '')) || (path[2] === 'state' && value === 'live')
  const movedInto = (stage: string) =>
    parts.find(({ cell, path }) => path[0] === 'touchpoint' && isComing(path, cell.value) && document.touchpoints.some((each) => each.key === path[1] && each.stage === stage))

  /** The order of a stage is told with the first that came into it. */
  const orderWith = (cell: DraftCell, stage: string) => {
    const order = cellOf.order(stage)
    const [before, after] = [inStage(published, stage), inStage(document, stage)]
    const isTold = !isNew('stage', stage) && sameOrder(before, after) && movedInto(stage)?.cell === cell
    return isTold && cells.some((other) => other.cell === order) ? [order] : []
  }

  const itemOf = ({ cell, path }: (typeof parts)[number]): Item | null => {
    const [kind = '', first = '', second = '', third = ''] = path
    const { at, by, value } = cell
    const item = (subject: string, field: string, before: string | null, after: string | null, more: readonly string[] = []): Item => ({ cells: [cell.cell, ...more], subject, field, before, after, at, by })
    if (kind === 'name') return item(t('changes.journey'), t('field.name'), published.name, document.name)
    if (kind === 'order') {
      const [before, after] = path.length === 1 ? [keys(published.stages), keys(document.stages)] : [inStage(published, first), inStage(document, first)]
      const called = (list: readonly string[]) => list.map(path.length === 1 ? name.stage : name.touchpoint).join(', ')
      // Where something stands that came into a stage is told with it.
      if (path.length > 1 && (isNew('stage', first) || (sameOrder(before, after) && movedInto(first)))) return null
      return item(path.length === 1 ? t('changes.stages') : name.stage(first), t('field.order'), called(before), called(after))
    }
    if (kind === 'lane') {
      const lane = first as keyof LaneBook
      const level = second === 'touchpoint' ? 'touchpoint' : 'stage'
      const was = published.lanes[lane][level][third] ?? null
      return item(name[level](third), t(`lane.${lane}`), writeLane(words, lane, was), writeLane(words, lane, value))
    }
    if (kind !== 'stage' && kind !== 'touchpoint') return null
    const subject = name[kind](first)
    if (second === 'state') {
      const own = kind === 'touchpoint' ? document.touchpoints.find((each) => each.key === first) : undefined
      const place = own ? t('changes.in', { stage: name.stage(own.stage) }) : null
      if (value === 'archived') return item(subject, t('changes.archived'), null, null)
      const told = own ? orderWith(cell, own.stage) : []
      if (!isNew(kind, first)) return item(subject, t('changes.restored'), null, place, told)
      const others = parts.filter(({ path: other, cell: { cell: path } }) => path !== cell.cell && ((other[0] === kind && other[1] === first) || (kind === 'stage' && path === cellOf.order(first))))
      return item(subject, t('changes.added'), null, place, [...others.map((other) => other.cell.cell), ...told])
    }
    // What a new place is called and where it stands is told with it.
    if (isNew(kind, first) && cells.some((other) => other.cell === `${kind}/${first}/state`)) return null
    if (kind === 'stage') return item(subject, t('field.name'), published.stages.find((one) => one.key === first)?.name ?? null, subject)
    const was = [...published.touchpoints, ...shelf].find((one) => one.key === first && !('kind' in one && one.kind === 'stage'))
    if (second === 'name') return item(subject, t('field.name'), was?.name ?? null, subject)
    if (second === 'channel') return item(subject, t('field.channel'), was?.channel ?? null, typeof value === 'string' ? value : null)
    return item(subject, t('field.stage'), was?.stage ? name.stage(was.stage) : null, name.stage(String(value)), orderWith(cell, String(value)))
  }
  return parts.flatMap((part) => itemOf(part) ?? []).reverse()
}

/** A lane's value in one line; null where there is none. */
function writeLane({ t, say }: Words, lane: keyof LaneBook, value: unknown): string | null {
  if (value === null || value === undefined) return null
  const at = { [lane]: value } as { [L in keyof LaneBook]?: LaneBook[L]['stage'][string] }
  if (at.doing) return at.doing.join(' · ')
  if (at.owner) return at.owner.role ? `${at.owner.name}, ${at.owner.role}` : at.owner.name
  if (at.kpi) return at.kpi.map((kpi) => `${kpi.name} ${kpi.value}${kpi.target ? ` (${t('aim', { target: kpi.target })})` : ''}`).join(', ')
  if (at.assumed) return at.assumed.because ? `${say.index(at.assumed.index)}, ${at.assumed.because}` : say.index(at.assumed.index)
  if (at.target) {
    const { emotion, nps, csat, ces } = at.target
    const aims = [['emotion', emotion, say.index], ['nps', nps, say.index], ['csat', csat, say.percent], ['ces', ces, say.percent]] as const
    return aims.flatMap(([name, aim, write]) => (aim === undefined ? [] : `${t(`field.${name}`)} ${write(aim)}`)).join(', ')
  }
  return t('changes.yes')
}

/** What to write so that the cells of an item are as they are published. */
export const takenBack = ({ published, revisions }: Draft, item: Item): (Cell & { seen: number })[] =>
  item.cells.map((cell) => ({ cell, value: publishedValue(published, cell), seen: revisions[cell] ?? 0 }))

/** Null says "as it is published" of everything that cannot be none. */
function publishedValue(published: Draft['published'], cell: string): unknown {
  const [kind, first = '', second, third = ''] = cell.split('/')
  if (kind === 'touchpoint' && second === 'channel') return published.touchpoints.find((one) => one.key === first)?.channel ?? null
  if (kind !== 'lane') return null
  return published.lanes[first as keyof LaneBook][second === 'touchpoint' ? 'touchpoint' : 'stage'][third] ?? null
}

