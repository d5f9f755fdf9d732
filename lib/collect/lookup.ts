import type { Tx } from '#db/open'
import { type Context, inWorkspace } from '#lib/context'
import { onForget } from '#lib/forget'
import { loadStructure, type Structure } from '#lib/journeys/structure'
import type { Question } from '#lib/surveys/definition'
import { loadPublished, type Published } from '#lib/surveys/published'

/** All that collect must know to take an answer, in memory between answers. */
export type Known = { survey: Published; structure: Structure; questions: ReadonlyMap<string, Question> }

/** What a question is called that the import survey asks about one touchpoint, whatever place the row itself has. */
export const questionAt = (instrument: Question['instrument'], touchpoint: string): string => `${instrument}@${touchpoint}`

type Entry = { workspaceId: string; journeyId: string | null; until: number; known: Promise<Known | null> }

// Another process cannot tell us of a change, so an entry is believed for a few seconds only.
const BELIEVED_MS = 5_000
const MOST = 10_000

const shared = globalThis as typeof globalThis & { wayfeltSurveys?: Map<string, Entry> }
const cache: Map<string, Entry> = (shared.wayfeltSurveys ??= new Map())

const keyOf = (workspaceId: string, surveyId: string) => `${workspaceId}/${surveyId}`

async function load(tx: Tx, workspaceId: string, surveyId: string): Promise<Known | null> {
  const survey = await loadPublished(tx, workspaceId, surveyId)
  const structure = survey && (await loadStructure(tx, workspaceId, survey.journeyId))
  if (!survey || !structure) return null
  const asked = survey.definition.questions
  const questions = survey.kind === 'import' ? [...asked, ...askedEverywhere(asked, structure)] : asked
  return { survey, structure, questions: new Map(questions.map((q) => [q.id, q])) }
}

/** One row of a file may rate many touchpoints at once: each question of the import survey is also asked at each of them. */
const askedEverywhere = (asked: readonly Question[], { touchpoints }: Structure): Question[] =>
  asked
    .filter((q) => q.instrument !== 'comment')
    .flatMap((q) => touchpoints.map(({ key }) => ({ ...q, id: questionAt(q.instrument, key), touchpoint: key })))

/** The published survey with its journey's places; null when it is unknown, foreign or a draft. */
export async function lookUp(ctx: Context, surveyId: string): Promise<Known | null> {
  const key = keyOf(ctx.workspaceId, surveyId)
  const found = cache.get(key)
  if (found && found.until > ctx.now().getTime()) return found.known
  const known = inWorkspace(ctx, (tx) => load(tx, ctx.workspaceId, surveyId))
  const entry: Entry = { workspaceId: ctx.workspaceId, journeyId: null, until: ctx.now().getTime() + BELIEVED_MS, known }
  cache.delete(key)
  cache.set(key, entry)
  if (cache.size > MOST) cache.delete(cache.keys().next().value ?? '')
  try {
    const value = await known
    if (value) entry.journeyId = value.survey.journeyId
    else cache.delete(key)
    return value
  } catch (error) {
    cache.delete(key)
    throw error
  }
}

// An entry still on its way has no journey yet: it may have read what stood before.
onForget(({ workspaceId, journeyId, surveyId }) => {
  if (surveyId !== undefined) cache.delete(keyOf(workspaceId, surveyId))
  if (journeyId === undefined) return
  for (const [key, entry] of cache) {
    if (entry.workspaceId === workspaceId && (entry.journeyId === null || entry.journeyId === journeyId)) cache.delete(key)
  }
})
