import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { rows } from '#db/rows'
import { recountMoved } from '#lib/collect/recount/recount'
import { type Context, inWorkspace } from '#lib/context'
import { changeDraft } from '#lib/journeys/draft/change'
import { readDraft } from '#lib/journeys/draft/read'
import { readMap } from '#lib/maps/read-map'
import { publishDraft } from '#lib/maps/versions/publish'
import { verifyTallies } from '#lib/rollups/verify'
import { post, submission } from '../../../factory/client'

/** What a test of drafts does again and again. */
export function editing(ctx: Context) {
  /** Changes these cells, whatever their revisions are. */
  const change = async (journey: string, cells: Record<string, unknown>) => {
    const { revisions } = await readDraft(ctx, { journey })
    return changeDraft(ctx, { journey, changes: Object.entries(cells).map(([cell, value]) => ({ cell, value, revision: revisions[cell] ?? 0 })) })
  }
  const publish = async (journey: string, note?: string) =>
    publishDraft(ctx, { journey, revision: (await readDraft(ctx, { journey })).revision, note })

  /** How many answers each stage and each touchpoint of the map has. */
  async function counted(journey: string) {
    const { stages } = await readMap(ctx, { journey })
    return Object.fromEntries(stages.map(({ key, emotion, touchpoints }) => [key, [emotion.n, ...touchpoints.filter((t) => t.nps.n).map((t) => `${t.key} ${t.nps.n}`).sort()]]))
  }

  async function runJobs() {
    const work = await inWorkspace(ctx, (tx) =>
      rows<{ payload: unknown }>(tx, sql`delete from jobs where workspace_id = ${ctx.workspaceId} and kind = 'journey.recount' returning payload`))
    for (const { payload } of work) await recountMoved(ctx, payload, { signal: new AbortController().signal, progress: async () => {} })
  }

  /** Ten answers at each of these places; fewer would not be shown. */
  async function answer(survey: string, ...places: string[]) {
    for (const touchpoint of places.flatMap((place) => Array.from({ length: 10 }, () => place))) {
      expect((await post(ctx, submission(survey, { touchpoint }))).status).toBe(201)
    }
  }

  const verify = async () => expect((await verifyTallies(ctx)).differences).toEqual([])

  return { change, publish, counted, runJobs, answer, verify }
}
