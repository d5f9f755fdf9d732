import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { Definition } from './definition'
import { type Settings, settingsOf } from './settings'

export type Published = {
  id: string
  journeyId: string
  touchpoint: string | null
  kind: 'asked' | 'import'
  state: 'draft' | 'live' | 'closed'
  version: number
  definition: Definition
  settings: Settings
  /** Of the workspace: signs links and view tokens, makes pseudonyms. */
  signingKey: Uint8Array
}

/** A survey as it was last published; null when it never was, is a draft, archived, unknown or another workspace's. */
export async function loadPublished(tx: Tx, workspaceId: string, surveyId: string): Promise<Published | null> {
  const [row] = await rows<Omit<Published, 'settings'>>(tx, sql`
    select s.id, s.journey_id as "journeyId", v.touchpoint_key as touchpoint, s.kind, s.state, v.version, v.definition,
      w.signing_key as "signingKey"
    from surveys s
    join workspaces w on w.id = s.workspace_id
    join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
    where s.workspace_id = ${workspaceId} and s.id = ${surveyId} and s.state <> 'draft' and s.archived_at is null`)
  if (!row) return null
  const definition = Definition.parse(row.definition)
  return { ...row, definition, settings: settingsOf(definition) }
}
