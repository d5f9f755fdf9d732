import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { imports, jobs } from '#db/schema/work'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { Page, pageOf, readCursor } from '#lib/http/cursor'
import { allow } from '#lib/permission'
import { inEnglish, type Values, type Voice } from '#lib/sentence'
import type { RowProblem } from './summary'

const ImportId = z.strictObject({ id: z.uuid() })

const shown = {
  id: imports.id,
  journey: imports.journeyKey,
  fileName: imports.fileName,
  state: imports.state,
  progress: jobs.progress,
  rows: imports.rows,
  accepted: imports.accepted,
  known: imports.known,
  changed: imports.changed,
  empty: imports.empty,
  rejected: imports.rejected,
  error: imports.error,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
}

// An import and the job that runs it have the same id.
const itsJob = and(eq(jobs.workspaceId, imports.workspaceId), eq(jobs.id, imports.id))

type Found = { state: string; progress: unknown; error: unknown; createdAt: Date; finishedAt: Date | null }

const Done = z.object({ done: z.number() })
const Failure = z.object({ message: z.string(), template: z.string().optional(), values: z.custom<Values>().optional() })

const said = (voice: Voice, error: unknown): { message: string } | null => {
  const { data } = Failure.safeParse(error)
  return data ? { message: voice(data) } : null
}

/** `progress` is the share of the file that is stored, from 0 to 1. */
const asShown = <T extends Found>({ progress, error, createdAt, finishedAt, ...rest }: T, voice: Voice) => ({
  ...rest,
  progress: rest.state === 'done' ? 1 : (Done.safeParse(progress).data?.done ?? 0),
  error: said(voice, error),
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

export async function readImport(ctx: Context, input: unknown, voice = inEnglish) {
  allow(ctx, 'import.read')
  const { id } = ImportId.parse(input)
  const [found] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ ...shown, problems: imports.problems })
      .from(imports)
      .leftJoin(jobs, itsJob)
      .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, id))),
  )
  if (!found) throw notFound('import')
  const problems = (found.problems as RowProblem[]).map(({ line, kind, reason, ...made }) => ({ line, kind, reason: voice({ message: reason, ...made }) }))
  return { ...asShown(found, voice), problems }
}

/** Newest first. */
export async function listImports(ctx: Context, input: unknown = {}) {
  allow(ctx, 'import.read')
  const { limit, cursor } = Page.parse(input)
  const before = cursor === undefined ? undefined : readCursor(cursor)
  const older = before && sql`(${imports.createdAt}, ${imports.id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`
  const found = await inWorkspace(ctx, (tx) =>
    tx
      .select(shown)
      .from(imports)
      .leftJoin(jobs, itsJob)
      .where(and(eq(imports.workspaceId, ctx.workspaceId), older))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(limit + 1),
  )
  const { data, nextCursor } = pageOf(found, limit)
  return { data: data.map((one) => asShown(one, inEnglish)), nextCursor }
}
