import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { MapDocument } from '../document/schema'
import { AddToDraft } from './places/add'
import { ChangeDraft } from './change'
import type { Changed, Draft } from './definition'
import { DiscardDraft } from './discard'
import { MergeStages } from './places/merge'
import { SplitStage } from './places/split'

const kind = z.enum(['stage', 'touchpoint'])
const change = { cell: z.string(), value: z.unknown(), revision: z.int() }

const DraftRow: z.ZodType<Draft> = z
  .object({
    journey: z.string(),
    version: z.int(),
    revision: z.int(),
    published: MapDocument,
    document: MapDocument,
    cells: z.array(z.object({ ...change, at: z.iso.datetime(), by: z.string().nullable() })),
    revisions: z.record(z.string(), z.int()),
    shelf: z.array(z.object({ kind, key: z.string(), name: z.string(), stage: z.string().nullable(), channel: z.string().nullable(), withStage: z.boolean() })),
    archived: z.array(z.object({ kind, key: z.string(), name: z.string(), stage: z.string().nullable() })),
  })
  .meta({
    id: 'Draft',
    description:
      'What differs from the published map, cell by cell: `name`, `order`, `order/{stage}`, `stage/{key}/state|name`, `touchpoint/{key}/state|name|channel|stage`, `lane/{lane}/stage|touchpoint/{key}`. `document` is the map as it would be published.',
  })

const changed = { draft: DraftRow, undo: z.array(z.object(change)) }
const ChangedRow: z.ZodType<Changed> = z.object(changed).meta({ id: 'ChangedDraft', description: '`undo`, sent as `changes`, takes it back.' })
const AddedRow = z.object({ ...changed, key: z.string() })

const DRAFT = '/api/v1/management/journeys/{journey}/draft'
const errors = ['validation_failed', 'conflict'] as const
const [stage, touchpoint] = AddToDraft.options

export const DRAFT_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: DRAFT, summary: 'Read the draft of the map', scope: 'write', answers: { 200: 'The draft; without changes it is the published map.' }, data: DraftRow },
  { method: 'PATCH', path: DRAFT, summary: 'Change cells of the draft, all or none; 409 where one has changed since its `revision`', scope: 'write', body: ChangeDraft.omit({ journey: true }), answers: { 200: 'Changed.' }, data: ChangedRow, errors },
  { method: 'DELETE', path: DRAFT, summary: 'Throw the draft away as it was seen', scope: 'write', query: DiscardDraft.omit({ journey: true }), answers: { 200: 'The published map again.' }, data: ChangedRow, errors },
  { method: 'POST', path: `${DRAFT}/places`, summary: 'Add a stage or touchpoint to the draft', scope: 'write', body: z.discriminatedUnion('kind', [stage.omit({ journey: true }), touchpoint.omit({ journey: true })]), answers: { 201: 'Added.' }, data: AddedRow, errors },
  { method: 'POST', path: `${DRAFT}/merge`, summary: 'Merge a stage into another one; its answers go along', scope: 'write', body: MergeStages.omit({ journey: true }), answers: { 200: 'Merged in the draft.' }, data: ChangedRow, errors },
  { method: 'POST', path: `${DRAFT}/split`, summary: 'Split a stage: a new one behind it takes these touchpoints', scope: 'write', body: SplitStage.omit({ journey: true }), answers: { 201: 'Split in the draft.' }, data: AddedRow, errors },
]
