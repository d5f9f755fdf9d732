import { newId } from '#lib/ids'
import { makeView, workOf } from '#lib/people/view'
import { languagesOf } from '#lib/surveys/asked'
import { surveyScript } from '#lib/surveys/bundle'
import { surveyPage, type Ticket } from '#lib/widget/page'
import type { Faults, Given } from '#lib/widget/types'
import { nameOfLanguage } from './language'
import { addressWith, isKiosk } from './query'
import { allowedFor, page } from './reply'
import type { Visit } from './visit'

const KIOSK_S = 8

type Asked = {
  given: Given
  faults?: Faults
  /** Questions that were answered on an earlier page of this visit. */
  passed?: readonly string[]
  submissionId?: string | undefined
  revision?: number
  view?: string | undefined
  status?: number
  headers?: Record<string, string>
}

function ticketOf({ ctx, known, place, touchpoint, search }: Visit, view: string, work: number): Ticket {
  return {
    url: `/api/v1/client/${ctx.workspaceId}/`,
    surveyId: known.survey.id,
    body: place,
    touchpoint: touchpoint ?? undefined,
    view,
    work,
    isKiosk: isKiosk(search) || undefined,
  }
}

const languageLinks = ({ known, path, search }: Visit) =>
  languagesOf(known.survey.definition).map((language) => ({ language, name: nameOfLanguage(language), href: addressWith(path, search, { lang: language }) }))

/** The page with its questions; after a refusal with everything that was typed and a sentence at what is wrong. */
export async function askPage(visit: Visit, { status, headers, submissionId = newId(), revision = 0, passed = [], ...asked }: Asked): Promise<Response> {
  const { survey, known, piped, ctx } = visit
  const script = await surveyScript()
  const work = workOf(known.survey.settings)
  const view = asked.view ?? makeView(known.survey.signingKey, { surveyId: survey.id, shownAt: ctx.now(), work })
  const body = surveyPage({
    survey,
    piped,
    given: asked.given,
    passed,
    ...(asked.faults && { faults: asked.faults }),
    fields: { submissionId, revision, view, passed: passed.join(' ') || undefined },
    ticket: ticketOf(visit, view, work),
    script,
    // Somebody who has begun would begin anew in the other language.
    languages: revision > 0 || asked.faults ? [] : languageLinks(visit),
  })
  return page(body, { ...allowedFor(visit), status, headers, script })
}

export function thanksPage(visit: Visit): Response {
  const { survey, piped, path, search } = visit
  const refresh = isKiosk(search) ? { seconds: KIOSK_S, url: addressWith(path, search, { done: null }) } : undefined
  return page(surveyPage({ survey, piped, isDone: true, refresh }), allowedFor(visit))
}

/** Where the thanks are, for somebody without scripts. Whoever looks at the address of the next page learns nobody's name. */
export const thanksAddress = ({ path, search, survey }: Visit): string =>
  addressWith(path, search, { ...Object.fromEntries(survey.questions.map(({ id }) => [id, null])), userId: null, t: null, done: '1' })
