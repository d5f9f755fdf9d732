import { addressOf } from '#lib/auth/place'
import { askPage, thanksPage } from './_page/ask'
import { barred, findInvitation, findSurvey, knowsPlace } from './_page/find'
import { wantedLanguages } from './_page/language'
import { prefillOf, tokenOf } from './_page/query'
import { told, unknownPage } from './_page/reply'
import { takeForm } from './_page/take'
import { type Visit, visitOf } from './_page/visit'

type Params = { params: Promise<{ survey: string }> }
type Open = (visit: Visit) => Response | Promise<Response>

async function answer(request: Request, { params }: Params, open: Open): Promise<Response> {
  const search = new URL(request.url).searchParams
  const found = await findSurvey((await params).survey)
  if (!found) return unknownPage(wantedLanguages(request, [search.get('lang')]))
  const link = await findInvitation(found, tokenOf(search))
  const visit = visitOf(request, found, link, addressOf((name) => request.headers.get(name)))
  if (search.get('done') === '1') return thanksPage(visit)
  const why = await barred(found, link, request.method === 'GET')
  if (why) return told(visit, why)
  return knowsPlace(found.known, visit.place) ? open(visit) : told(visit, 'wrongPlace')
}

/** Shows the survey. A GET never records an answer: scanners of mail follow links. */
export const GET = (request: Request, params: Params) =>
  answer(request, params, (visit) => askPage(visit, { given: prefillOf(visit.search, visit.survey.questions), ...visit.begun }))

export const POST = (request: Request, params: Params) => answer(request, params, (visit) => takeForm(request, visit))
