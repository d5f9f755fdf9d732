import { askPage, thanksPage } from './_page/ask'
import { findSurvey, type Found, knowsPlace } from './_page/find'
import { type Place, placeOf, prefillOf } from './_page/query'
import { closedPage, unknownPage, wrongPlacePage } from './_page/reply'
import { takeForm } from './_page/take'

type Params = { params: Promise<{ survey: string }> }
type Open = (found: Found, place: Place, search: URLSearchParams) => Response | Promise<Response>

async function answer({ url }: Request, { params }: Params, open: Open): Promise<Response> {
  const found = await findSurvey((await params).survey)
  if (!found) return unknownPage()
  const { searchParams } = new URL(url)
  const { state, definition } = found.known.survey
  const place = placeOf(searchParams)
  if (searchParams.get('done') === '1') return thanksPage(found, place)
  if (state === 'closed') return closedPage(definition.company)
  return knowsPlace(found.known, place) ? open(found, place, searchParams) : wrongPlacePage(definition.company)
}

/** Shows the survey. A GET never records an answer: scanners of mail follow links. */
export const GET = (request: Request, params: Params) =>
  answer(request, params, (found, place, search) =>
    askPage(found, place, { given: prefillOf(search, found.known.survey.definition.questions) }),
  )

export const POST = (request: Request, params: Params) => answer(request, params, (found, place) => takeForm(request, found, place))
