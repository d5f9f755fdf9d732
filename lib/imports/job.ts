import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { imports } from '#db/schema/work'
import { type Context, inWorkspace } from '#lib/context'
import { Problem } from '#lib/errors'
import { toProblem } from '#lib/http/problem'
import { type Sentence, sentence } from '#lib/sentence'
import { Flags } from './flags'
import { type Plan, planImport } from './plan'
import { runImport } from './run'
import type { RowProblem, Summary } from './summary'
import { diskFile, removeUpload, uploadPath } from './upload'

export const IMPORT = 'import.run'

const Payload = z.object({ file: z.uuid(), name: z.string(), type: z.string().optional(), size: z.number() })

type Call = { id: string; signal: AbortSignal; progress: (done: number) => Promise<void> }
type Change = Partial<typeof imports.$inferInsert>

const ours = (ctx: Context, id: string) => and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, id))

const change = (ctx: Context, id: string, set: Change) => inWorkspace(ctx, (tx) => tx.update(imports).set(set).where(ours(ctx, id)))

/** What an earlier attempt has done; null when there is nothing left to do. */
async function begun(ctx: Context, id: string): Promise<{ flags: Flags; from: Summary } | null> {
  const [row] = await inWorkspace(ctx, (tx) =>
    tx
      .select({
        state: imports.state,
        flags: imports.flags,
        rows: imports.rows,
        accepted: imports.accepted,
        known: imports.known,
        changed: imports.changed,
        empty: imports.empty,
        rejected: imports.rejected,
        problems: imports.problems,
      })
      .from(imports)
      .where(ours(ctx, id)),
  )
  if (!row || row.state === 'done' || row.state === 'failed') return null
  const { state: _, flags, ...from } = row
  return { flags: Flags.parse(flags), from: { ...from, problems: from.problems as RowProblem[] } }
}

/** The job behind an upload. It goes on where it was stopped: rows that are stored already are known and change nothing. */
export async function runImportJob(ctx: Context, payload: unknown, { id, signal, progress }: Call): Promise<void> {
  const { file: kept, name, type } = Payload.parse(payload)
  const work = await begun(ctx, id)
  if (!work) return removeUpload(kept)
  const file = await diskFile(uploadPath(kept), name, type)
  const plan = await planOf(() => planImport(ctx, file, work.flags))
  if (plan instanceof Problem) return giveUp(ctx, id, kept, plan.said ?? sentence(plan.title))
  await change(ctx, id, { state: 'running' })
  const summary = await runImport(ctx, file, plan, {
    from: work.from,
    signal,
    onProgress: async ({ summary: soFar, read, size }) => {
      await change(ctx, id, soFar)
      await progress(size === 0 ? 1 : read / size)
    },
  })
  await change(ctx, id, { ...summary, state: 'done', finishedAt: ctx.now() })
  await removeUpload(kept)
}

/** A journey may have been archived since the upload: no later attempt would help. */
async function planOf(plan: () => Promise<Plan>): Promise<Plan | Problem> {
  try {
    return await plan()
  } catch (error) {
    const problem = toProblem(error)
    if (problem.code === 'validation_failed') return problem
    throw error
  }
}

async function giveUp(ctx: Context, id: string, file: string, { message, template, values }: Sentence): Promise<void> {
  await change(ctx, id, { state: 'failed', error: { message, template, values }, finishedAt: ctx.now() })
  await removeUpload(file)
}

const OUR_FAULT = sentence('The import stopped for a reason on our side. Import the file again: known rows are not stored twice.')

export const importFailed = (ctx: Context, job: { id: string; payload: unknown }): Promise<void> =>
  giveUp(ctx, job.id, Payload.parse(job.payload).file, OUR_FAULT)
