import type { Operation } from '#lib/http/openapi'
import { USUAL_CAPS } from '#lib/people/types'
import { definition } from './world'
import type { Filled } from './tenant'
import { type Asked, ask } from './http'

const CSV = 'at,stage,nps\n2026-11-01,buy,9\n'
const FILE = { body: CSV, headers: { 'content-type': 'text/csv' } }

type Sample = { query?: string; body?: unknown; headers?: Record<string, string> }

/** What to send so that each operation of the management API would work on these objects. A new operation needs a line here. */
const samples = ({ journey, invitation }: Filled): Record<string, Sample> => ({
  'GET journeys': {},
  'POST journeys': { body: { name: 'New', stages: ['One'] } },
  'GET journeys/{journey}': {},
  'PATCH journeys/{journey}': { body: { name: 'Renamed' } },
  'DELETE journeys/{journey}': {},
  'POST journeys/{journey}/restore': {},
  'GET journeys/{journey}/export': { query: 'format=mermaid' },
  'POST journeys/import': { body: { text: 'stage,score\nBuy,1.5\n', preview: true } },
  'GET journeys/{journey}/draft': {},
  'PATCH journeys/{journey}/draft': { body: { changes: [{ cell: 'stage/buy/name', value: 'Renamed', revision: 0 }] } },
  'DELETE journeys/{journey}/draft': { query: 'revision=0' },
  'POST journeys/{journey}/draft/places': { body: { kind: 'touchpoint', stage: 'use', name: 'Letter', channel: 'post', at: 1 } },
  'POST journeys/{journey}/draft/merge': { body: { from: 'buy', into: 'use' } },
  'POST journeys/{journey}/draft/split': { body: { stage: 'buy', name: 'Choose', touchpoints: ['pay'] } },
  'POST journeys/{journey}/draft/publish': { body: { revision: 0, note: 'New name' } },
  'GET journeys/{journey}/versions': {},
  'GET journeys/{journey}/versions/{version}': {},
  'GET journeys/{journey}/map': {},
  'GET journeys/{journey}/trend': { query: 'metric=nps&every=week' },
  'GET journeys/{journey}/plan': { query: 'metric=nps' },
  'GET journeys/{journey}/explain': { query: 'of=map&number=/stages/0/nps' },
  'GET journeys/{journey}/comments': {},
  'GET journeys/{journey}/quotes': {},
  'PUT journeys/{journey}/quotes/{quote}': {},
  'DELETE journeys/{journey}/quotes/{quote}': {},
  'GET journeys/{journey}/people': { query: 'stage=use' },
  'GET journeys/{journey}/drivers': { query: 'by=touchpoint' },
  'GET journeys/{journey}/annotations': {},
  'POST journeys/{journey}/annotations': { body: { kind: 'incident', day: '2026-11-02', until: '2026-11-03', stage: 'use', title: 'Outage' } },
  'PATCH journeys/{journey}/annotations/{id}': { body: { title: 'Renamed', stage: 'buy' } },
  'DELETE journeys/{journey}/annotations/{id}': {},
  'GET journeys/{journey}/campaigns': {},
  'GET journeys/{journey}/campaigns/board': {},
  'GET journeys/{journey}/gaps': {},
  'POST journeys/{journey}/campaigns': { body: { name: 'Spring', channel: 'email', stages: ['buy', 'use'], starts: '2026-03-01', cost: 10.5, currency: 'EUR' } },
  'PATCH journeys/{journey}/campaigns/{id}': { body: { name: 'Renamed', ends: '2026-12-01' } },
  'DELETE journeys/{journey}/campaigns/{id}': {},
  'POST journeys/{journey}/campaigns/{id}/restore': {},
  'GET journeys/{journey}/outcome': {},
  'PUT journeys/{journey}/outcome': { body: { outcome: { kind: 'nps', touchpoint: 'pay' } } },
  'GET journeys/{journey}/baseline': {},
  'PUT journeys/{journey}/baseline': { body: { from: '2026-01-01', to: '2026-06-30' } },
  'DELETE journeys/{journey}/baseline': {},
  'GET journeys/{journey}/personas': {},
  'PUT journeys/{journey}/personas': { body: { personas: [{ name: 'Large teams', rules: [[{ field: 'attribute', name: 'seats', test: 'at_least', number: 10 }]] }] } },
  'POST journeys/{journey}/personas/preview': { body: { personas: [{ rules: [[{ field: 'channel', test: 'one_of', values: ['web'] }]] }] } },
  'GET journeys/{journey}/dimensions': {},
  'POST journeys/{journey}/dimensions': { body: { name: 'country' } },
  'DELETE journeys/{journey}/dimensions/{name}': {},
  'POST journeys/{journey}/stages': { body: { name: 'Return' } },
  'PUT journeys/{journey}/stages': { body: { order: ['use', 'buy'] } },
  'PATCH journeys/{journey}/stages/{stage}': { body: { name: 'Renamed' } },
  'DELETE journeys/{journey}/stages/{stage}': {},
  'POST journeys/{journey}/stages/{stage}/restore': {},
  'POST journeys/{journey}/touchpoints': { body: { stage: 'use', name: 'App', channel: 'app' } },
  'PUT journeys/{journey}/touchpoints': { body: { stage: 'use', order: ['basket', 'open'] } },
  'PATCH journeys/{journey}/touchpoints/{touchpoint}': { body: { stage: 'use' } },
  'DELETE journeys/{journey}/touchpoints/{touchpoint}': {},
  'POST journeys/{journey}/touchpoints/{touchpoint}/restore': {},
  'GET journeys/{journey}/shares': {},
  'POST journeys/{journey}/shares': { body: { name: 'Board', days: 30, comments: true } },
  'DELETE journeys/{journey}/shares/{id}': {},
  'GET journeys/{journey}/review': {},
  'PUT journeys/{journey}/review': { body: { nextOn: '2026-12-01', everyDays: 30, staleDays: 14 } },
  'GET surveys': {},
  'POST surveys': { body: { journey, touchpoint: 'pay', name: 'New' } },
  'GET surveys/{id}': {},
  'PATCH surveys/{id}': { body: { name: 'Renamed', definition: definition() } },
  'DELETE surveys/{id}': {},
  'POST surveys/{id}/publish': {},
  'POST surveys/{id}/close': {},
  'POST surveys/{id}/reopen': {},
  'POST surveys/{id}/duplicate': {},
  'GET surveys/{id}/versions': {},
  'GET surveys/{id}/results': { query: 'days=30' },
  'GET surveys/{id}/export': {},
  'POST surveys/import': { body: { journey, file: { wayfelt: 'survey', format: 1, name: 'Brought', definition: definition() } } },
  'GET surveys/{id}/invitations': {},
  // Its batch has the id of its only link.
  'DELETE surveys/{id}/invitations': { query: `batch=${invitation}` },
  'POST surveys/{id}/invitations': { body: { people: [{ person: 'lin', attributes: { plan: 'pro' } }], days: 7 } },
  'GET surveys/{id}/why': { query: 'person=mara&event=paid&attributes={}' },
  'GET caps': {},
  'PUT caps': { body: USUAL_CAPS },
  'GET responses': { query: 'limit=5' },
  'GET responses/{id}': {},
  'PATCH responses/{id}': { body: { held: true } },
  'DELETE responses/{id}': {},
  'GET imports': {},
  'POST imports': { query: `journey=${journey}&stage=stage&at=at&nps=nps`, ...FILE },
  'GET imports/{id}': {},
  'POST imports/preview': FILE,
  'GET verify': {},
})

const MANAGEMENT = '/api/v1/management/'

export const isManagement = ({ path }: Operation): boolean => path.startsWith(MANAGEMENT)

/** Asks for an operation on the objects of a workspace, with whosever key. */
export async function perform({ method, path }: Operation, on: Filled, asked: Pick<Asked, 'key'>) {
  const name = path.replace(MANAGEMENT, '')
  const sample = samples(on)[`${method} ${name}`]
  if (!sample) throw new Error(`Add a sample of ${method} ${name} to tests/factory/operations.ts`)
  const { query = '', body, headers } = sample
  const id = name.includes('/campaigns/') ? on.campaign : name.includes('/shares/') ? on.share : name.startsWith('surveys') ? on.survey : name.startsWith('responses') ? on.response : name.startsWith('journeys') ? on.annotation : on.import
  const named: Record<string, string> = { journey: on.journey, stage: 'use', touchpoint: 'pay', name: 'plan', version: '1', quote: `${on.response}.why`, id }
  const address = name.replace(/\{(\w+)\}/g, (_, word: string) => named[word] ?? '')
  return ask(method, `${address}?${query}`, { ...asked, body, ...(headers ? { headers } : {}) })
}
