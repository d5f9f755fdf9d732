import { ZodError } from 'zod'
import { toProblem } from '#lib/http/problem'

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.?$/, '.')}`

export function faultsOf(error: unknown): Record<string, string> {
  const faults: Record<string, string> = {}
  if (error instanceof ZodError) {
    for (const { path, message } of error.issues) faults[path.join('.')] ??= sentence(message)
    return faults
  }
  const problem = toProblem(error)
  for (const { pointer, message } of problem.errors) faults[pointer.slice(1)] ??= message
  return problem.errors.length > 0 ? faults : { '': problem.detail ?? problem.title }
}
