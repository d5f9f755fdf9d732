import type { Invitation, LinkRefusal } from '#lib/people/links'
import { askedSurvey } from '#lib/surveys/asked'
import type { AskedSurvey, Piped } from '#lib/widget/types'
import { type Found, namesOf } from './find'
import { wantedLanguages } from './language'
import { type Place, placeOf } from './query'

/** An answer that was begun with this personal link: it goes on, in whichever browser the link is opened again. */
type Begun = { submissionId: string; revision: number }

/** One visit to a survey's page: who asks for what, in which language. */
export type Visit = Found & { path: string; search: URLSearchParams; place: Place; survey: AskedSurvey; piped: Piped; touchpoint: string | null; address: string; begun: Begun | null }

export function visitOf(request: Request, found: Found, link: Invitation | LinkRefusal | null, address: string): Visit {
  const { searchParams: search } = new URL(request.url)
  const invitation = typeof link === 'string' ? null : link
  const survey = askedSurvey(found.known.survey, wantedLanguages(request, [search.get('lang'), invitation?.language]))
  const place = placeOf(search, survey.language)
  const at = { ...place, ...(invitation?.touchpoint && { touchpoint: invitation.touchpoint }) }
  const attributes = Object.entries(invitation?.attributes ?? {}).map(([name, value]) => [name, String(value)])
  return {
    ...found,
    path: `/s/${survey.id}`,
    search,
    place,
    survey,
    piped: { ...Object.fromEntries(attributes), company: survey.company, ...namesOf(found.known, at) },
    touchpoint: at.touchpoint ?? (at.stage === undefined ? found.known.survey.touchpoint : `${at.stage}.overall`),
    address,
    begun: invitation?.submissionId ? { submissionId: invitation.submissionId, revision: (invitation.revision ?? -1) + 1 } : null,
  }
}
