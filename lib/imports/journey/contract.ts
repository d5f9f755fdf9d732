import { z } from 'zod'
import { ExportJourney } from '#lib/exports/journey/export'
import { JourneyFile } from '#lib/exports/journey/file'
import type { Operation } from '#lib/http/openapi'
import { ImportJourney } from './import'
import type { ImportedJourney } from './types'

const place = { key: z.string(), name: z.string(), assumed: z.int().nullable() }

const Imported: z.ZodType<ImportedJourney> = z
  .object({
    journey: z.object({ key: z.string(), name: z.string() }).nullable(),
    format: z.enum(['json', 'mermaid', 'csv']),
    name: z.string(),
    timeZone: z.string(),
    stages: z.array(z.object({ ...place, touchpoints: z.array(z.object({ ...place, channel: z.string().nullable() })) })),
    written: z.int(),
    campaigns: z.int(),
    personas: z.array(z.string()),
    notes: z.array(z.string()),
    into: z.object({ added: z.array(z.string()), changed: z.int(), kept: z.int() }).nullable(),
  })
  .meta({ id: 'ImportedJourney', description: 'What was found in the text. `journey` is null for a preview; `notes` say what of the text is left out; `into` what it does to the draft of the journey that was named.' })

const Exported = z.union([JourneyFile, z.object({ name: z.string(), text: z.string() })])

const ALL = '/api/v1/management/journeys'

export const EXCHANGE_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: `${ALL}/{journey}/export`, summary: 'Export a journey as a file of its own (json), or its scores as Mermaid or CSV', scope: 'read', query: ExportJourney.omit({ journey: true }), answers: { 200: 'The file (json), or its name and text.' }, data: Exported },
  { method: 'POST', path: `${ALL}/import`, summary: 'Make a journey from a file that was exported, from Mermaid or CSV, or with `journey` change its draft; `preview` only says what it would be', scope: 'write', body: ImportJourney, errors: ['not_found'], answers: { 200: 'A preview, or a changed draft.', 201: 'The new journey.' }, data: Imported },
]
