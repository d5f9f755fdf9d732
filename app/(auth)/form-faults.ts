import { faultsOf } from '#ui/faults'
import { readRefusal } from '../_refusals/refusal'

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}

/** What was wrong by the field of a form, in the language of the request. */
export const readFaults = async (error: unknown): Promise<Record<string, string>> => faultsOf(await readRefusal(error))
