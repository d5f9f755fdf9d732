import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { surveys, surveyVersions } from '#db/schema/surveys'
import type { Context } from '#lib/context'
import { nameId } from '#lib/ids'
import type { Definition } from './definition'

const INSTRUMENTS = ['nps', 'csat', 'ces', 'sentiment', 'comment'] as const

/** Which question of the built-in survey takes a column of an import: each instrument is its own question. */
const DEFINITION: Definition = {
  title: 'Imported answers',
  company: 'Imported',
  language: 'en',
  questions: INSTRUMENTS.map((instrument) => ({ id: instrument, instrument, text: `Imported ${instrument}`, required: false })),
  thanks: { title: 'Thank you', text: '' },
}

/** The journey's built-in survey that imported rows belong to, made at first use. Its id follows from the journey's. */
export async function ensureImportSurvey(tx: Tx, ctx: Context, journeyId: string): Promise<string> {
  const [id, at] = [nameId('import', journeyId), ctx.now()]
  const [known] = await rows(tx, sql`
    select 1
    from surveys
    where workspace_id = ${ctx.workspaceId} and id = ${id}`)
  if (known) return id
  const own = { workspaceId: ctx.workspaceId, id, journeyId, touchpointKey: null, name: 'Imported answers' }
  await tx
    .insert(surveys)
    .values({ ...own, kind: 'import', state: 'live', draft: DEFINITION, publishedVersion: 1, createdAt: at, updatedAt: at })
    .onConflictDoNothing()
  await tx
    .insert(surveyVersions)
    .values({ workspaceId: ctx.workspaceId, surveyId: id, version: 1, definition: DEFINITION, publishedAt: at })
    .onConflictDoNothing()
  return id
}
