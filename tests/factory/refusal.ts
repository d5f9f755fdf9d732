import type { Problem } from '#lib/errors'
import { toProblem } from '#lib/http/problem'

/** What a verb refuses, as the outside would see it. A verb that does not refuse fails the test. */
export async function refusal(run: Promise<unknown>): Promise<Problem> {
  const result = await run.then((value) => ({ value }), (error: unknown) => ({ error }))
  if ('error' in result) return toProblem(result.error)
  throw new Error(`This was not refused, but answered ${JSON.stringify(result.value)}`)
}
