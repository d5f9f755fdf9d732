import { beforeAll, expect, test } from 'vitest'
import { readAsked, readAttributes } from '../../app/w/[workspace]/surveys/[survey]/why/address'
import { loadWhy } from '../../app/w/[workspace]/surveys/[survey]/why/load'
import type { Database } from '#db/open'
import { display, liveSurvey } from '../factory/asking'
import { clock, makeJourney, makeWorkspace } from '../factory/world'
import { onEachEngine } from '../harness/engines'

const asked = (more: object = {}) => ({ person: 'mara', at: '', by: 'itself' as const, event: 'paid', url: '', attributes: '', ...more })

test('an address that asks nothing shows the empty form, one that names anything asks', () => {
  expect(readAsked({})).toBeNull()
  expect(readAsked({ other: 'x' })).toBeNull()
  expect(readAsked({ person: '' })).toEqual(asked({ person: '', event: '' }))
  expect(readAsked({ person: ['a', 'b'], by: 'magic', event: 'paid' })).toEqual(asked({ person: '' }))
})

test('attributes stand one a line, and a line without a name or a value sign is none', () => {
  expect(readAttributes('plan = pro\r\n\n formula=a=b ')).toEqual({ plan: 'pro', formula: 'a=b' })
  expect(readAttributes('')).toEqual({})
  expect(readAttributes('plan')).toBeNull()
  expect(readAttributes('= pro')).toBeNull()
})

onEachEngine((_, open) => {
  let database: Database
  beforeAll(async () => void (database = await open()))

  test('the page tells why, and says at its field what cannot be answered', async () => {
    const time = clock()
    const ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
    const id = await liveSurvey(ctx, (await makeJourney(ctx)).key, { rules: { event: 'paid', attributes: [{ name: 'plan', is: 'equals', value: 'pro' }] } })
    await display(ctx, id, { userId: 'mara' })
    const tell = (more?: object) => loadWhy('en', ctx, id, asked(more))
    expect(await tell({ attributes: 'plan = pro' })).toMatchObject({ why: { show: false, reason: 'shown_enough', detail: 'Shown as often as it may be.' } })
    expect(await tell()).toMatchObject({ why: { reason: 'attributes' } })
    expect(await tell({ attributes: 'pro' })).toEqual({ faults: { attributes: 'Write one attribute a line, such as plan = pro.' } })
    expect(await tell({ at: '2027-01-01T10:00' })).toEqual({ faults: { at: expect.stringContaining('has not come yet') } })
    expect(await tell({ at: 'yesterday' })).toEqual({ faults: { at: expect.stringContaining('A moment such as') } })
    expect(await loadWhy('de', ctx, id, asked({ at: 'yesterday' }))).toEqual({ faults: { at: expect.stringContaining('Zeitpunkt') } })
    expect(await tell({ person: 'x'.repeat(300) })).toEqual({ faults: { person: expect.any(String) } })
  })
})
