import { z } from 'zod'
import { collector } from '#lib/collect/take/collector'
import { type Origin, Submission } from '#lib/collect/input'
import type { Context } from '#lib/context'
import type { Fault } from '#lib/errors'
import { toProblem } from '#lib/http/problem'
import { type Sentence, sentence } from '#lib/sentence'
import type { Flags } from './flags'
import { addProblem, type Summary } from './summary'

const ORIGIN: Origin = { source: 'import', occurredAt: 'any' }
const AGAIN_MS = 100

/** As any submission, but a question's name may hold the key of the touchpoint that it is asked about. */
const Imported = Submission.extend({ data: z.record(z.string().max(200), z.union([z.number(), z.string().max(10_000)])) })

/** Stores one row and counts what became of it. What is not the row's own fault is thrown. */
export async function storeRow(
  ctx: Context,
  body: object,
  line: number,
  flags: Flags,
  summary: Summary,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const receipt = await submitted(ctx, Imported.parse(body), signal)
    summary[receipt.created ? 'accepted' : 'known']++
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'idempotency_key_reused') {
      addProblem(summary, { line, kind: 'changed', reason: sentence('A row with this id is stored with other content; the stored one stays.') })
    } else if (problem.code === 'validation_failed') {
      addProblem(summary, { line, kind: 'rejected', reason: inColumns(problem.errors[0], flags) })
    } else throw error
  }
}

/** A full queue is no failure of a row: it waits its turn. */
async function submitted(ctx: Context, body: Submission, signal?: AbortSignal) {
  for (;;) {
    try {
      return await collector(ctx.db).submit(ctx, body, ORIGIN)
    } catch (error) {
      if (toProblem(error).code !== 'overloaded' || signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

/** The refusal of a value, with the column that it stands in. */
function inColumns(first: Fault | undefined, flags: Flags): Sentence {
  const [, part = '', inner = ''] = first?.pointer.split('/') ?? []
  const flag = { data: inner, userId: 'person', occurredAt: 'at' }[part] ?? part
  const column = part === 'attributes' ? inner : (flags as Record<string, unknown>)[flag]
  if (!first) return sentence('This row was refused.')
  return typeof column === 'string' ? sentence('Column "{column}": {why}', { column, why: first }) : first
}
