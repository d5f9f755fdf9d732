import { z } from 'zod'
import { CODES, type Code } from '#lib/errors'

/** One operation of the API as its noun describes it. The document, its tests and the tenancy tests are all made of these. */
export type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The whole address, its names in braces. */
  path: `/api/v1/${string}`
  summary: string
  /** What an API key needs for it; a public operation asks for no key. */
  scope: 'read' | 'write' | 'public'
  query?: z.ZodType
  body?: z.ZodType | 'file'
  /** Each status of success with what it means. */
  answers: Readonly<Record<number, string>>
  data: z.ZodType
  isPaged?: true
  /** Refusals besides those that every operation of its kind has. */
  errors?: readonly Code[]
}

type Json = { [key: string]: unknown }

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(CODES) as [Code, ...Code[]]),
    requestId: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. `code` is stable; `errors` say by JSON pointer what is wrong in what was sent.' })

/** What is sent must hold nothing unknown; what is answered may get more properties one day, and nobody's reader shall break. */
const open = ({ jsonSchema }: { jsonSchema: Json }): void => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
}

/** The schemas with a name of their own, kept once in the document. */
class Schemas {
  readonly named: Json = {}

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: io === 'output' ? open : () => {} }) as Json
    Object.assign(this.named, $defs)
    if (typeof json.id !== 'string') return json
    const { id, ...own } = json
    this.named[String(id)] = own
    return { $ref: `#/$defs/${id}` }
  }
}

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])

function parametersOf({ path, query }: Operation, schemas: Schemas): Json[] {
  const isUuid = (name: string) => /^(id|workspaceId)$/.test(name)
  const names = namesIn(path).map((name) => ({
    name, in: 'path', required: true, schema: { type: 'string', ...(isUuid(name) ? { format: 'uuid' } : {}) },
  }))
  if (!query) return names
  const { properties = {}, required = [] } = schemas.of(query, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return [...names, ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))]
}

/** Every refusal that an operation can answer with: its own, and those of its kind. */
function refusalsOf({ path, scope, query, body, errors = [] }: Operation): Code[] {
  const codes: Code[] = [
    ...(body !== undefined && body !== 'file' ? (['invalid_json'] as const) : []),
    ...(body !== undefined || query ? (['validation_failed'] as const) : []),
    ...(scope === 'public' ? [] : (['unauthorized', 'forbidden'] as const)),
    ...(path.includes('{') ? (['not_found'] as const) : []),
    ...(body !== undefined ? (['body_too_large'] as const) : []),
    ...errors,
    'internal',
  ]
  return [...new Set(codes)]
}

function responsesOf(operation: Operation, schemas: Schemas): Json {
  const { answers, data, isPaged } = operation
  const paged = { nextCursor: { type: ['string', 'null'] } }
  const schema = { type: 'object', required: ['data', ...(isPaged ? ['nextCursor'] : [])], properties: { data: schemas.of(data, 'output'), ...(isPaged ? paged : {}) } }
  const codes = refusalsOf(operation)
  const told = (status: number) => codes.filter((code) => CODES[code][0] === status).map((code) => `\`${code}\`: ${CODES[code][1]}.`).join(' ')
  const problem = { 'application/problem+json': { schema: schemas.of(ProblemBody, 'output') } }
  return {
    ...Object.fromEntries(Object.entries(answers).map(([status, description]) => [status, { description, content: { 'application/json': { schema } } }])),
    ...Object.fromEntries(codes.map((code) => [CODES[code][0], { description: told(CODES[code][0]), content: problem }])),
  }
}

function operationOf(operation: Operation, schemas: Schemas): Json {
  const { method, path, summary, scope, body } = operation
  const parameters = parametersOf(operation, schemas)
  const content = body === 'file' ? { 'text/csv': {}, 'application/x-ndjson': {} } : body && { 'application/json': { schema: schemas.of(body, 'input') } }
  return {
    operationId: `${method.toLowerCase()}-${path.replace('/api/v1/', '').replaceAll(/[{}]/g, '').replaceAll('/', '-')}`,
    tags: [path.split('/')[3] === 'client' ? 'client' : path.split('/')[4]],
    summary,
    ...(scope === 'public' ? { security: [] } : { description: `Needs an API key with the scope \`${scope}\`.` }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: responsesOf(operation, schemas),
  }
}

/** The OpenAPI 3.1 document of these operations. */
export function openApi(operations: readonly Operation[]): Json {
  const schemas = new Schemas()
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationOf(operation, schemas) }
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Wayfelt',
      version: '1',
      description: 'Answers on their stage of the customer journey. The client API takes them in without a key; the management API needs one.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' }, bearer: { type: 'http', scheme: 'bearer' } },
      schemas: schemas.named,
    },
  }
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/'))
}
