import { z } from 'zod'
import type { Operation } from '#lib/http/openapi'
import { ListAnnotations } from './read'
import { type Annotation, KINDS } from './types'
import { EditAnnotation, NewAnnotation } from './write'

export const AnnotationRow: z.ZodType<Annotation> = z
  .object({
    id: z.uuid(),
    kind: z.enum(KINDS),
    day: z.iso.date(),
    until: z.iso.date().nullable(),
    stage: z.string().nullable(),
    title: z.string(),
    body: z.string().nullable(),
  })
  .meta({ id: 'Annotation', description: 'What happened on `day`, or until the end of `until`, that may explain a change. Local dates of the journey.' })

const ALL = '/api/v1/management/journeys/{journey}/annotations'
const ONE = `${ALL}/{id}` as const

export const ANNOTATION_OPERATIONS: readonly Operation[] = [
  { method: 'GET', path: ALL, summary: 'List the annotations of a journey, the earliest first', scope: 'read', query: ListAnnotations.omit({ journey: true }), answers: { 200: 'All of them, or those that touch the days asked for.' }, data: z.array(AnnotationRow) },
  { method: 'POST', path: ALL, summary: 'Add an annotation: it is drawn on every trend', scope: 'write', body: NewAnnotation.omit({ journey: true }), answers: { 201: 'Added.' }, data: AnnotationRow },
  { method: 'PATCH', path: ONE, summary: 'Change an annotation; null takes until, stage or body away', scope: 'write', body: EditAnnotation.omit({ journey: true, id: true }), answers: { 200: 'Changed.' }, data: AnnotationRow },
  { method: 'DELETE', path: ONE, summary: 'Remove an annotation', scope: 'write', answers: { 200: 'Removed.' }, data: z.object({ id: z.uuid() }) },
]
