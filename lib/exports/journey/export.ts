import { z } from 'zod'
import type { Tx } from '#db/open'
import { liveCampaigns } from '#lib/campaigns/read'
import { type Context, inWorkspace } from '#lib/context'
import { notFound } from '#lib/errors'
import { declaredOf } from '#lib/journeys/dimensions'
import { documentOf, readLanes } from '#lib/journeys/document/read'
import { findJourney } from '#lib/journeys/find'
import { Key } from '#lib/journeys/input'
import { PERSONA } from '#lib/journeys/personas/definition'
import { personasOf } from '#lib/journeys/personas/read'
import { loadStructure } from '#lib/journeys/structure'
import { readMap } from '#lib/maps/read-map'
import { allow } from '#lib/permission'
import type { JourneyFile } from './file'
import { mermaidOf } from './mermaid'
import { scoresCsv } from './scores'

/** Mermaid and CSV carry scores: of the last 90 days, or of the period that is asked for. */
export const ExportJourney = z.strictObject({
  journey: Key,
  format: z.enum(['json', 'mermaid', 'csv']).default('json'),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  channel: z.string().max(100).optional(),
  variant: z.string().max(120).optional(),
  segment: z.string().max(200).optional(),
})

/** Campaigns at stages of the map. Without a persona, its name says whom one is for. */
async function readCampaigns(tx: Tx, ctx: Context, id: string, live: ReadonlySet<string>): Promise<JourneyFile['campaigns']> {
  const found = await liveCampaigns(tx, ctx, id)
  return found.flatMap(({ name, channel, stages, starts, ends, audience, personaName, cost, currency, note }) => {
    const at = stages.filter((stage) => live.has(stage))
    return at.length === 0 ? [] : [{ name, channel, stages: at, starts, ends, audience: audience ?? personaName, cost, currency, note }]
  })
}

/** The published map as a file that can be brought to another workspace: nothing of its answers is in it. */
export async function readJourneyFile(ctx: Context, input: unknown): Promise<JourneyFile> {
  allow(ctx, 'journey.read')
  const { journey } = ExportJourney.pick({ journey: true }).parse(input)
  return inWorkspace(ctx, async (tx) => {
    const { id } = await findJourney(tx, ctx, journey)
    const structure = await loadStructure(tx, ctx.workspaceId, id)
    if (!structure) throw notFound('journey')
    const document = documentOf(structure, await readLanes(tx, ctx, id))
    const { name, stages, touchpoints } = document
    const personas = await personasOf(tx, ctx, id)
    const declared = (await declaredOf(tx, ctx, id)).map(({ name }) => name)
    // By personas answers are counted as soon as there are some.
    const dimensions = personas.length > 0 ? declared.filter((name) => name !== PERSONA) : declared
    const campaigns = await readCampaigns(tx, ctx, id, new Set(stages.map(({ key }) => key)))
    return { wayfelt: 'journey', format: 1, name, timeZone: structure.timeZone, stages, touchpoints, lanes: onMap(document), personas, dimensions, campaigns }
  })
}

/** Lane values of places that are live: what stands beside an archived one is no part of the map. */
function onMap({ stages, touchpoints, lanes }: ReturnType<typeof documentOf>): JourneyFile['lanes'] {
  const live = { stage: new Set(stages.map(({ key }) => key)), touchpoint: new Set(touchpoints.map(({ key }) => key)) }
  const kept = (level: 'stage' | 'touchpoint', values: object) => Object.fromEntries(Object.entries(values).filter(([key]) => live[level].has(key)))
  const each = Object.entries(lanes).map(([lane, { stage, touchpoint }]) => [lane, { stage: kept('stage', stage), touchpoint: kept('touchpoint', touchpoint) }])
  return Object.fromEntries(each) as JourneyFile['lanes']
}

/** As a file to keep; `file` is what json holds. */
type JourneyText = { name: string; type: string; text: string; file: JourneyFile | null }

/** A journey in one of three formats: all that a team wrote (json), or its scores (mermaid, csv), hidden where its map hides them. */
export async function exportJourney(ctx: Context, input: unknown): Promise<JourneyText> {
  const { format, ...asked } = ExportJourney.parse(input)
  if (format === 'json') {
    const file = await readJourneyFile(ctx, { journey: asked.journey })
    return { name: `${file.name}.json`, type: 'application/json; charset=utf-8', text: `${JSON.stringify(file, null, 2)}\n`, file }
  }
  const map = await readMap(ctx, asked)
  if (format === 'csv') return { name: `${map.journey.name}.csv`, type: 'text/csv; charset=utf-8', text: scoresCsv(map), file: null }
  return { name: `${map.journey.name}.mmd`, type: 'text/plain; charset=utf-8', text: mermaidOf(map, map.lanes), file: null }
}
