import { beforeAll, expect, test } from 'vitest'
import { addCampaign } from '#lib/campaigns/write'
import { savePersonas } from '#lib/collect/personas/save'
import type { Context } from '#lib/context'
import type { Database } from '#db/open'
import { newId } from '#lib/ids'
import { changeDraft } from '#lib/journeys/draft/change'
import { archiveJourney, restoreJourney } from '#lib/journeys/edit'
import { hasJourney } from '#lib/journeys/read'
import { pinQuote } from '#lib/maps/quotes/pin'
import { publishDraft } from '#lib/maps/versions/publish'
import { knock } from '#lib/shares/knock'
import { createShare } from '#lib/shares/write'
import { refusal } from '../../factory/refusal'
import { clock, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let database: Database
  let ctx: Context
  const time = clock()
  beforeAll(async () => {
    database = await open()
    ctx = await makeWorkspace(database, { kind: 'system' }, time.now)
  })

  test('the links of an archived journey lead nowhere until it is restored', async () => {
    const { key: journey } = await makeJourney(ctx)
    const { url } = await createShare(ctx, { journey, name: 'Board' })
    const state = async () => (await knock(database.db, 'x'.repeat(32), { token: url.split('/').at(-1) ?? '', cookie: undefined, now: time.now() })).state
    await archiveJourney(ctx, { journey })
    expect(await Promise.all([journey, 'nowhere', '', 'x\0'].map((key) => hasJourney(ctx, key)))).toEqual([true, false, false, false])
    expect(await state()).toBe('gone')
    await restoreJourney(ctx, { journey })
    expect(await state()).toBe('open')
  })

  test('nothing of an archived journey is published, and nothing new begins on it', async () => {
    const { key: journey } = await makeJourney(ctx)
    await archiveJourney(ctx, { journey })
    const { draft } = await changeDraft(ctx, { journey, changes: [{ cell: 'name', value: 'Renamed', revision: 0 }] })
    const begun = [
      () => publishDraft(ctx, { journey, revision: draft.revision }),
      () => createShare(ctx, { journey, name: 'Board' }),
      () => addCampaign(ctx, { journey, name: 'Spring', channel: 'web', stages: ['buy'], starts: '2026-11-01' }),
      () => savePersonas(ctx, { journey, personas: [{ name: 'Anybody', rules: [[{ field: 'channel', test: 'there' }]] }] }),
      () => pinQuote(ctx, { journey, quote: `${newId()}.why` }),
    ]
    for (const begin of begun) {
      const { status, code, errors } = await refusal(begin())
      expect([status, code, errors[0]?.code, errors[0]?.message]).toEqual([409, 'conflict', 'journey_archived', 'This journey is archived. Restore it first.'])
    }
    await restoreJourney(ctx, { journey })
    expect(await publishDraft(ctx, { journey, revision: draft.revision })).toEqual({ version: 2 })
  })
})
