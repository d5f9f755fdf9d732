import { v4 } from 'uuid'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'
import type { Definition } from '#lib/surveys/definition'
import { publishSurvey } from '#lib/surveys/publish'
import { createSurvey } from '#lib/surveys/write'
import { type Sender, send } from './client'
import { definition } from './world'

/** A live survey of a journey at `pay` (or another touchpoint), with the settings that a test is about. */
export async function liveSurvey(ctx: Context, journey: string, settings: Partial<Definition> = {}, touchpoint = 'pay'): Promise<string> {
  const { id } = await createSurvey(ctx, { journey, touchpoint, name: 'Asked', definition: { ...definition(), ...settings } })
  await publishSurvey(ctx, { id })
  return id
}

type Decided = { surveyId: string; show: boolean; reason: string; detail: string; until?: string }
type Show = { survey: { id: string; version: number; language: string; questions: { text: string }[]; words: Record<string, unknown> }; tree: { children: unknown[] }; form: string; view: string; work: number; touchpoint: string; piped: Record<string, string> }
export type Answered = { decisions: Decided[]; show: Show | null; pages: { surveyId: string }[] }

/** What GET state answers; values that are no texts go as JSON. */
export async function state(ctx: Context, query: Record<string, unknown>, sender?: Sender) {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))
  const { status, json } = await send(ctx, 'GET', `state?${search}`, undefined, sender)
  const data = json.data as unknown as Answered | undefined
  return { status, data: data ?? { decisions: [], show: null, pages: [] }, errors: json.errors ?? [], code: json.code }
}

/** The one reason why a survey is, or is not, shown. */
export const reasonOf = async (ctx: Context, survey: string, query: Record<string, unknown>, sender?: Sender): Promise<string | undefined> =>
  (await state(ctx, query, sender)).data.decisions.find(({ surveyId }) => surveyId === survey)?.reason

export const display = (ctx: Context, surveyId: string, more: Record<string, unknown> = {}) =>
  send(ctx, 'POST', 'displays', { displayId: newId(ctx.now()), surveyId, form: 'popup', ...more })

export const answer = (ctx: Context, surveyId: string, more: Record<string, unknown> = {}) =>
  send(ctx, 'POST', 'responses', { submissionId: v4(), surveyId, data: { recommend: 9 }, finished: true, ...more })
