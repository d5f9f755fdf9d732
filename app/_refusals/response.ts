import { newRequestId, problemBody, problemHeaders, toProblem } from '#lib/http/problem'
import { readRefusal } from './refusal'

/** Problem details for the script of a page: as the API answers, in the language of the reader. */
export async function refusalResponse(error: unknown): Promise<Response> {
  const requestId = newRequestId()
  const problem = toProblem(error, requestId)
  const body = { ...problemBody(problem, requestId), ...(await readRefusal(problem)) }
  return new Response(JSON.stringify(body), { status: problem.status, headers: problemHeaders(problem, requestId) })
}
