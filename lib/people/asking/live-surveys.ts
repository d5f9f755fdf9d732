import { sql } from 'drizzle-orm'
import type { Tx } from '#db/open'
import { rows } from '#db/rows'
import { type Context, inWorkspace } from '#lib/context'
import { onForget } from '#lib/forget'
import { log } from '#lib/log'
import { Definition } from '#lib/surveys/definition'
import { type Settings, settingsOf } from '#lib/surveys/settings'
import { capsOf } from '../caps'
import type { Candidate, Caps, Kind } from '../types'

/** A survey that takes answers, with all that must be known to show it. */
export type LiveSurvey = Candidate & { touchpoint: string | null; definition: Definition; settings: Settings }

type Place = { name: string; stage: string; stageName: string }

/** What a workspace asks, in memory between questions: a page view with nobody known on it needs no query. */
export type LiveSurveys = {
  key: Uint8Array
  caps: Caps
  live: readonly LiveSurvey[]
  closed: ReadonlySet<string>
  /** Of every survey that was ever published: what it counted as where it was asked. */
  known: ReadonlyMap<string, { kind: Kind; journeyId: string; stage: string | null }>
  placeOf: (journeyId: string, touchpoint: string) => Place | null
}

type Row = {
  id: string
  state: 'live' | 'closed'
  archived: boolean
  journeyId: string
  version: number
  touchpoint: string | null
  stage: string | null
  kind: Kind
  definition: unknown
  answers: number
}

/** Counted as far as the limit only, which is all that anybody asks; an erased one was taken too. */
const answersOf = sql`
  (select count(*)::int
   from (select 1
     from submissions r
     where r.workspace_id = s.workspace_id and r.survey_id = s.id
     limit (v.definition -> 'access' ->> 'mostAnswers')::int) counted)`

const surveysOf = (tx: Tx, workspaceId: string): Promise<Row[]> =>
  rows<Row>(tx, sql`
    select s.id, s.state, s.archived_at is not null as archived, s.journey_id as "journeyId", v.version, v.touchpoint_key as touchpoint,
      t.stage_key as stage, coalesce(v.definition -> 'rules' ->> 'kind', 'triggered') as kind,
      case when s.state = 'live' then v.definition end as definition,
      case when s.state = 'live' and v.definition -> 'access' ->> 'mostAnswers' is not null then ${answersOf} else 0 end as answers
    from surveys s
    join survey_versions v on v.workspace_id = s.workspace_id and v.survey_id = s.id and v.version = s.published_version
    left join touchpoints t on t.workspace_id = s.workspace_id and t.journey_id = s.journey_id and t.key = v.touchpoint_key
    where s.workspace_id = ${workspaceId} and s.kind = 'asked'`)

const placesOf = (tx: Tx, workspaceId: string) =>
  rows<Place & { journeyId: string; key: string }>(tx, sql`
    select t.journey_id as "journeyId", t.key, case when t.overall then g.name else t.name end as name, t.stage_key as stage, g.name as "stageName"
    from touchpoints t
    join stages g on g.workspace_id = t.workspace_id and g.journey_id = t.journey_id and g.key = t.stage_key
    where t.workspace_id = ${workspaceId}
      and t.journey_id in (select s.journey_id from surveys s where s.workspace_id = ${workspaceId} and s.state = 'live')`)

/** One that cannot be read (it was published under other rules) is shown to nobody, and keeps no other from being shown. */
function candidateOf({ id, journeyId, version, touchpoint, stage, answers, ...row }: Row): LiveSurvey[] {
  const { data: definition, error } = Definition.safeParse(row.definition)
  if (error) log.error({ err: error, survey: id, version }, 'a live survey cannot be read')
  return definition ? [{ id, state: 'live', journeyId, version, touchpoint, stage, answers, definition, settings: settingsOf(definition) }] : []
}

async function load(tx: Tx, ctx: Context): Promise<LiveSurveys> {
  const [caps, [workspace], found, places] = [
    await capsOf(tx, ctx),
    await rows<{ key: Uint8Array }>(tx, sql`select signing_key as key from workspaces where id = ${ctx.workspaceId}`),
    await surveysOf(tx, ctx.workspaceId),
    await placesOf(tx, ctx.workspaceId),
  ]
  const at = new Map(places.map(({ journeyId, key, ...place }) => [`${journeyId}/${key}`, place]))
  const open = found.filter(({ archived }) => !archived)
  return {
    key: workspace?.key ?? new Uint8Array(),
    caps,
    live: open.filter(({ state }) => state === 'live').flatMap(candidateOf),
    closed: new Set(open.filter(({ state }) => state === 'closed').map(({ id }) => id)),
    known: new Map(found.map(({ id, kind, journeyId, stage }) => [id, { kind, journeyId, stage }])),
    placeOf: (journeyId, touchpoint) => at.get(`${journeyId}/${touchpoint}`) ?? null,
  }
}

type Entry = { until: number; known: Promise<LiveSurveys> }

// Another process cannot tell us of a change, so an entry is believed for a few seconds only.
const BELIEVED_MS = 5_000
const MOST = 10_000

const shared = globalThis as typeof globalThis & { wayfeltLiveSurveys?: Map<string, Entry> }
const cache: Map<string, Entry> = (shared.wayfeltLiveSurveys ??= new Map())

/** The workspace's live surveys with their rules, at most a few seconds old. A workspace that is not there is not found. */
export async function liveSurveys(ctx: Context): Promise<LiveSurveys> {
  const found = cache.get(ctx.workspaceId)
  if (found && found.until > ctx.now().getTime()) return found.known
  const entry: Entry = { until: ctx.now().getTime() + BELIEVED_MS, known: inWorkspace(ctx, (tx) => load(tx, ctx)) }
  cache.delete(ctx.workspaceId)
  cache.set(ctx.workspaceId, entry)
  if (cache.size > MOST) cache.delete(cache.keys().next().value ?? '')
  entry.known.catch(() => {
    if (cache.get(ctx.workspaceId) === entry) cache.delete(ctx.workspaceId)
  })
  return entry.known
}

onForget(({ workspaceId }) => void cache.delete(workspaceId))
