import { newId } from '#lib/ids'
import { surveyPage } from '#lib/widget/page'
import type { Faults, Given } from '#lib/widget/types'
import { surveyScript } from '#lib/surveys/bundle'
import type { Found } from './find'
import type { Place } from './query'
import { page } from './reply'

type Asked = { given: Given; faults?: Faults; submissionId?: string; revision?: number; status?: number; headers?: Record<string, string> }

/** The page with its questions; after a refusal with everything that was typed and a sentence at what is wrong. */
export async function askPage({ ctx, known: { survey } }: Found, place: Place, { status, headers, ...asked }: Asked): Promise<Response> {
  const script = await surveyScript()
  const body = surveyPage({
    submissionId: newId(),
    ...asked,
    survey: survey.definition,
    view: 'all',
    isNamed: place.userId !== undefined,
    ticket: { url: `/api/v1/client/${ctx.workspaceId}/responses`, surveyId: survey.id, body: place },
    script,
  })
  return page(body, { status, headers, script })
}

export const thanksPage = ({ known }: Found, place: Place): Response =>
  page(surveyPage({ survey: known.survey.definition, view: 'thanks', isNamed: place.userId !== undefined }))
