import { type Context, inWorkspace } from '#lib/context'
import { nameId } from '#lib/ids'
import { createJourney } from '#lib/journeys/create'
import { setOutcome } from '#lib/journeys/outcome'
import { allow } from '#lib/permission'
import { sentence } from '#lib/sentence'
import { requestStudy } from '#lib/studies/store'
import { ensureImportSurvey } from '#lib/surveys/import-survey'
import { namedAnswers, type PlacedAnswer } from './answer-flag'
import { readRecords } from './file/head'
import type { FileRecord, ImportFile } from './file/record'
import type { Flags } from './flags'
import { Lane } from './lane'
import { Occurrences } from './occurrence'
import { Places } from './places/places'
import type { Plan } from './plan'
import { BadRow, type Row, readRow } from './row'
import { storeRow } from './store'
import { addProblem, noRows, type Summary } from './summary'

export type Progress = { summary: Summary; read: number; size: number }

export type RunOptions = {
  /** What an earlier run of the same file had done when it was stopped. */
  from?: Summary
  signal?: AbortSignal
  /** Called about once a second, when everything read so far is stored. */
  onProgress?: (progress: Progress) => Promise<void> | void
}

const IN_FLIGHT = 1000
const EVERY_MS = 1000

/** Reads the whole file and stores its rows, each once however often the file comes. Rows come back in the summary's counts. */
export async function runImport(ctx: Context, file: ImportFile, plan: Plan, options: RunOptions = {}): Promise<Summary> {
  allow(ctx, 'import.write')
  const { flags, head } = plan
  const places = await openPlaces(ctx, plan)
  const placed = await placeAnswers(places, flags)
  const { journeyId, timeZone } = places.journey
  await declareOutcome(ctx, places.journey.key, flags)
  const surveyId = await inWorkspace(ctx, (tx) => ensureImportSurvey(tx, ctx, journeyId))
  const times = { format: flags['at-format'], timeZone, now: ctx.now() }
  const summary: Summary = structuredClone(options.from ?? noRows())
  const skip = summary.rows
  const occurrences = new Occurrences()
  const lane = new Lane(IN_FLIGHT)
  const counted = counting(file)
  const report = async () => {
    await lane.empty()
    summary.problems.sort((a, b) => a.line - b.line)
    await options.onProgress?.({ summary, read: counted.read, size: file.size })
  }

  let seen = 0
  let next = ctx.now().getTime() + EVERY_MS
  for await (const record of readRecords(counted.open(), head.format)) {
    const name = nameOf(record, flags, occurrences)
    if (++seen <= skip) continue
    summary.rows++
    const body = await readBody(record, places, (values) => readRow(values, flags, times, placed), summary)
    if (body) {
      const submissionId = nameId(`${journeyId}/${name}`, ctx.workspaceId)
      await lane.run(() => storeRow(ctx, { ...body, surveyId, submissionId }, record.line, flags, summary, options.signal))
    }
    if (ctx.now().getTime() < next && !options.signal?.aborted) continue
    await report()
    options.signal?.throwIfAborted()
    next = ctx.now().getTime() + EVERY_MS
  }
  await report()
  await requestStudy(ctx, journeyId)
  return summary
}

async function openPlaces(ctx: Context, { flags, journey }: Plan): Promise<Places> {
  const id = journey?.id ?? (await createJourney(ctx, { name: flags.journey, stages: flags.stages })).id
  const places = await Places.open(ctx, id, flags.create)
  if (flags.create) for (const stage of flags.stages) await places.ensureStage(stage)
  return places
}

/** In the order of the flags, so that missing stages and touchpoints are made in that order. */
async function placeAnswers(places: Places, flags: Flags): Promise<PlacedAnswer[]> {
  const placed: PlacedAnswer[] = []
  for (const { column, instrument, ...place } of namedAnswers(flags)) placed.push({ column, instrument, touchpoint: await places.find(place) })
  return placed
}

async function declareOutcome(ctx: Context, journey: string, { outcome: name, 'outcome-positive': positive }: Flags): Promise<void> {
  if (name !== undefined) await setOutcome(ctx, { journey, outcome: { kind: 'attribute', name, positive } })
}

/** What tells this row from others for ever: its id, or all that it holds and which of several equal rows it is. */
function nameOf(record: FileRecord, flags: Flags, occurrences: Occurrences): string {
  if ('fault' in record) return ''
  const id = flags.id === undefined ? undefined : record.values.get(flags.id)
  if (id !== undefined && id !== null && String(id).trim() !== '') return `id/${String(id).trim()}`
  const content = JSON.stringify([...record.values].sort(([a], [b]) => (a < b ? -1 : 1)))
  return `row/${content}/${occurrences.next(content)}`
}

type Body = Omit<Row, 'id' | 'stage' | 'touchpoint' | 'rated'> & { touchpoint: string }

async function readBody(
  record: FileRecord,
  places: Places,
  read: (values: ReadonlyMap<string, unknown>) => Row | null,
  summary: Summary,
): Promise<Body | null> {
  const { line } = record
  try {
    if ('fault' in record) throw new BadRow(record.fault)
    const row = read(record.values)
    if (!row) {
      addProblem(summary, { line, kind: 'empty', reason: sentence('This row has neither a score nor a comment.') })
      return null
    }
    const { id: _, stage, touchpoint, rated, ...body } = row
    const isPlaced = stage === undefined && touchpoint === undefined && rated !== undefined
    return { ...body, touchpoint: isPlaced ? rated : await places.find({ stage, touchpoint }) }
  } catch (error) {
    if (!(error instanceof BadRow)) throw error
    addProblem(summary, { line, kind: 'rejected', reason: error.said })
    return null
  }
}

function counting(file: ImportFile) {
  const state = { read: 0, open }
  async function* open(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file.open()) {
      state.read += chunk.byteLength
      yield chunk
    }
  }
  return state
}
