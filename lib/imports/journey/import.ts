import { z } from 'zod'
import { declareDimension } from '#lib/collect/dimensions/declare'
import { savePersonas } from '#lib/collect/personas/save'
import { type Context, inWorkspace } from '#lib/context'
import { fault, invalid } from '#lib/errors'
import type { Created } from '#lib/journeys/create'
import { checkDraft } from '#lib/journeys/draft/check'
import { editDraft } from '#lib/journeys/draft/edit'
import { cellsOf, loadDraft } from '#lib/journeys/draft/load'
import { Key, Name, storable, TimeZone } from '#lib/journeys/input'
import { allow } from '#lib/permission'
import { wake } from '#lib/queue'
import { inEnglish, sentence } from '#lib/sentence'
import { type Brought, refuse } from './brought'
import { draftCells } from './cells'
import { readFile } from './file'
import { insertBrought } from './insert'
import { readMermaid } from './mermaid'
import { readScores } from './scores'
import type { Format, ImportedJourney, ImportedStage, IntoDraft } from './types'

/** A journey of a hundred touchpoints with all its lanes takes a tenth of it. */
const MOST_CHARACTERS = 512 * 1024

export const ImportJourney = z.strictObject({
  /** What the file holds, or what somebody wrote. */
  text: z.string().max(MOST_CHARACTERS, 'may have at most 524,288 characters'),
  /** Left out: it is told from the text. */
  format: z.enum(['json', 'mermaid', 'csv']).optional(),
  name: Name.optional(),
  timeZone: TimeZone.optional(),
  /** Into the draft of this journey, instead of a journey of its own. */
  journey: Key.optional(),
  /** Nothing is made: the answer says what would be. */
  preview: z.boolean().default(false),
})

const firstLine = (text: string): string => text.split(/\r\n|\r|\n/).map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('%%')) ?? ''

/** Other diagrams of Mermaid: their reader says what a journey begins with. */
const DIAGRAM = /^(graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|mindmap|timeline|gitGraph|quadrantChart)(-v2)?\b[^,;]*$/

/** JSON begins with a brace, Mermaid with its word, a fence or front matter; everything else is a sheet. */
export function formatOf(text: string): Format {
  const first = firstLine(text.replace(/^\ufeff/, ''))
  if (first.startsWith('{')) return 'json'
  return /^journey$|^(```|~~~)|^---$|^(title|section)\s/i.test(first) || DIAGRAM.test(first) ? 'mermaid' : 'csv'
}

/** Everything that a text says of a journey, or all that is wrong with it, each with its line. */
async function readBrought(text: string, format: Format): Promise<Brought> {
  if (text.trim() === '') throw invalid(fault('/text', 'required', 'The text is empty. Paste a journey, or choose a file.'))
  if (!storable(text)) throw invalid(fault('/text', 'invalid_text', 'The text holds a character that cannot be stored.'))
  if (format === 'json') return readFile(text)
  return format === 'mermaid' ? readMermaid(text) : readScores(text)
}

function stagesOf({ stages, touchpoints, lanes: { assumed } }: Brought): ImportedStage[] {
  return stages.map(({ key, name }) => ({
    key,
    name,
    assumed: assumed.stage[key]?.index ?? null,
    touchpoints: touchpoints
      .filter(({ stage }) => stage === key)
      .map((touchpoint) => ({ key: touchpoint.key, name: touchpoint.name, channel: touchpoint.channel, assumed: assumed.touchpoint[touchpoint.key]?.index ?? null })),
  }))
}

const writtenIn = ({ lanes: { assumed: _, ...lanes } }: Brought): number =>
  Object.values(lanes).reduce((sum, { stage, touchpoint }) => sum + Object.keys(stage).length + Object.keys(touchpoint).length, 0)

/** What a draft would be, with all that is wrong with it, as if it were changed. */
const previewDraft = (ctx: Context, journey: string, brought: Brought): Promise<IntoDraft> =>
  inWorkspace(ctx, async (tx) => {
    const loaded = await loadDraft(tx, ctx, journey, 'to read')
    const { cells, says } = draftCells(loaded, brought)
    const replaced = new Set(cells.map(({ cell }) => cell))
    const after = [...cellsOf(loaded.touched).filter(({ cell }) => !replaced.has(cell)), ...cells]
    refuse(checkDraft(loaded, after, cells).map(({ code, said }) => fault('/text', code, said)))
    return says.into
  })

async function bring(ctx: Context, journey: string, brought: Brought, preview: boolean): Promise<{ into: IntoDraft; journey: { key: string; name: string } | null }> {
  if (preview) return { into: await previewDraft(ctx, journey, brought), journey: null }
  const { into, draft } = await editDraft(ctx, journey, (loaded) => draftCells(loaded, brought), () => '/text')
  return { into, journey: { key: draft.journey, name: draft.document.name } }
}

/** A journey of its own, counted by what the file says: all of it or nothing. */
async function make(ctx: Context, brought: Brought, name: string, timeZone: string): Promise<Created> {
  const made = await inWorkspace(ctx, async (tx) => {
    const journey = await insertBrought(tx, ctx, brought, name, timeZone)
    const inside = { ...ctx, db: tx }
    for (const dimension of brought.dimensions) await declareDimension(inside, { journey: journey.key, name: dimension })
    if (brought.people.length > 0) await savePersonas(inside, { journey: journey.key, personas: brought.people })
    return journey
  })
  // They asked for their jobs before the commit.
  wake()
  return made
}

/** A journey from a file or a text: a journey of its own, or changes in the draft of one; with `preview` only what it would be. */
export async function importJourney(ctx: Context, input: unknown, voice = inEnglish): Promise<ImportedJourney> {
  allow(ctx, 'journey.write')
  const { text, format = formatOf(text), preview, journey, ...given } = ImportJourney.parse(input)
  const brought = await readBrought(text, format)
  const name = given.name ?? brought.name ?? voice(sentence('Imported journey'))
  const timeZone = given.timeZone ?? brought.timeZone ?? 'UTC'
  const { campaigns, personas, notes } = brought
  const found = { format, name, timeZone, stages: stagesOf(brought), written: writtenIn(brought), campaigns: campaigns.length, personas }
  if (journey !== undefined) {
    const left = campaigns.length > 0 ? [sentence('Campaigns are no part of a draft, so those of the file are left out.')] : []
    const uncounted = brought.people.length + brought.dimensions.length > 0 ? [sentence('Personas and segments are no part of a draft, so those of the file are left out.')] : []
    return { ...found, ...(await bring(ctx, journey, brought, preview)), notes: [...notes, ...left, ...uncounted].map(voice) }
  }
  const made = preview ? null : await make(ctx, brought, name, timeZone)
  return { ...found, journey: made && { key: made.key, name: made.name }, into: null, notes: notes.map(voice) }
}
