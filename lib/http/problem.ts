import { ZodError, type z } from 'zod'
import { type Fault, fault, Problem } from '#lib/errors'
import { newId } from '#lib/ids'
import { log } from '#lib/log'
import { issueSentence } from './issue'

const CODES: Record<string, string> = { uuid: 'invalid_uuid', guid: 'invalid_uuid', datetime: 'invalid_date', date: 'invalid_date' }

export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The sentence of an issue with its place before it, as the API says it; a page says it at its field, without the place. */
function placed(at: string, code: string, issue: z.core.$ZodIssue): Fault {
  const { message, template = message, values } = issueSentence(issue)
  return { pointer: at, code, message: `${at.slice(1) || 'The body'}: ${issue.message.replace(/\.$/, '')}.`, template, ...(values ? { values } : {}) }
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const at = pointer(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault(pointer([...issue.path, key]), 'unrecognized_key', 'There is no property "{key}" here.', { key: key.slice(0, 60) }))
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [{ pointer: at, code: 'required', message: `${at.slice(1) || 'A value'} is missing.`, template: 'This is missing.' }]
  }
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') {
    return [fault(at, issue.params.code, issueSentence(issue))]
  }
  const code = issue.code === 'invalid_format' ? (CODES[issue.format] ?? issue.code) : issue.code === 'invalid_union' ? 'invalid_type' : issue.code
  return [placed(at, code, issue)]
}

/** Whatever was thrown, as something that the outside may see. What nobody foresaw is logged and says nothing. */
export function toProblem(error: unknown, requestId = ''): Problem {
  if (error instanceof Problem) return error
  // server.ts and the pages load this file twice: the class of the other graph is known by its name.
  if (error instanceof Error && error.name === 'Problem') return error as Problem
  if (error instanceof ZodError || (error instanceof Error && error.name === 'ZodError')) {
    const errors = (error as ZodError).issues.slice(0, 20).flatMap(faultsOf)
    return new Problem('validation_failed', errors[0], { errors })
  }
  log.error({ err: error, requestId }, 'unforeseen failure')
  return new Problem('internal', 'The failure has been logged. Try again; if it stays, quote the requestId.')
}

export const newRequestId = (): string => newId()

/** RFC 9457 problem details. */
export const problemBody = (problem: Problem, requestId: string) => ({
  type: `urn:wayfelt:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  requestId,
  ...(problem.detail === undefined ? {} : { detail: problem.detail }),
  ...(problem.errors.length === 0 ? {} : { errors: problem.errors.map(({ pointer: at, code, message }) => ({ pointer: at, code, message })) }),
})

export const problemHeaders = (problem: Problem, requestId: string): Record<string, string> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-request-id': requestId,
  ...problem.headers,
})

export function problemResponse(error: unknown, requestId = newRequestId()): Response {
  const problem = toProblem(error, requestId)
  return new Response(JSON.stringify(problemBody(problem, requestId)), {
    status: problem.status,
    headers: problemHeaders(problem, requestId),
  })
}
