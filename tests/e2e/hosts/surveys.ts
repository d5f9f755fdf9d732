import { expect } from '@playwright/test'
import { demoOf } from '../server'

type Question = Readonly<Record<string, unknown>>
type Settings = Readonly<Record<string, unknown>>

const NPS: Question = { id: 'recommend', instrument: 'nps', text: 'How likely are you to recommend Fernway?', low: 'not at all likely', high: 'extremely likely', required: true }
const WHY: Question = { id: 'why', instrument: 'comment', text: 'What is the main reason?', required: false }

export const SHORT = [NPS, WHY]

/** A journey of its own in the demo's workspace, asked by its key: the demo's numbers stay what other walks read. */
export function desk(base: string) {
  const { apiKey, workspaceId } = demoOf(process.env.WAYFELT_E2E_DATA ?? '')
  const call = async (method: string, path: string, body?: unknown) => {
    const headers = { 'x-api-key': apiKey, 'content-type': 'application/json' }
    const reply = await fetch(`${base}/api/v1/management/${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) })
    const text = await reply.text()
    expect(reply.ok, `${method} ${path}: ${text}`).toBe(true)
    return JSON.parse(text) as { data: { id: string } & Record<string, unknown>; nextCursor?: string | null }
  }

  let made: Promise<string> | undefined
  async function makeJourney(): Promise<string> {
    const { key } = (await call('POST', 'journeys', { name: 'On other pages', stages: ['Look'] })).data
    for (const name of ['Landing page', 'Webinar']) await call('POST', `journeys/${String(key)}/touchpoints`, { stage: 'look', name, channel: 'web' })
    return String(key)
  }

  return {
    workspaceId,
    /** A survey that is live, with these settings beside the usual ones. */
    async live(settings: Settings = {}, questions: readonly Question[] = SHORT): Promise<string> {
      const words = { title: 'After the start', company: 'Fernway', language: 'en', thanks: { title: 'Thank you', text: '' } }
      const journey = await (made ??= makeJourney())
      const place = { journey, touchpoint: 'landing-page', name: 'On a page' }
      const { data } = await call('POST', 'surveys', { ...place, definition: { ...words, questions, ...settings } })
      await call('POST', `surveys/${data.id}/publish`, {})
      return data.id
    },
    close: (id: string) => call('POST', `surveys/${id}/close`, {}),
    /** Every answer of a survey, the newest first. */
    async answers(survey: string): Promise<Answer[]> {
      const found: Answer[] = []
      for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined; ) {
        const page = await call('GET', `responses?limit=200&survey=${survey}${cursor && `&cursor=${cursor}`}`)
        found.push(...(page.data as unknown as Answer[]))
        cursor = page.nextCursor
      }
      return found
    },
  }
}

export type Answer = { id: string; finished: boolean; channel: string | null; touchpoint: string; answers: { question: string; value: unknown }[]; held?: boolean }

export type Desk = ReturnType<typeof desk>
