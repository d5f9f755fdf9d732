import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { listAnnotations } from '#lib/annotations/read'
import { addAnnotation, changeAnnotation, MOST_ANNOTATIONS, removeAnnotation } from '#lib/annotations/write'
import { type Context, inWorkspace } from '#lib/context'
import { archiveStage } from '#lib/journeys/stages'
import { newId } from '#lib/ids'
import { refusal } from '../../factory/refusal'
import { as, makeJourney, makeWorkspace, VIEWER } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let journey: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    journey = (await makeJourney(ctx)).key
  })
  const release = { kind: 'release', day: '2026-04-14', title: 'Release 5.0' }
  const wrong = async (change: object) => (await refusal(addAnnotation(ctx, { journey, ...release, ...change }))).errors[0]

  it('an annotation reads back as it was written, and its whole range finds it', async () => {
    const { key } = await makeJourney(ctx)
    const outage = { kind: 'incident', day: '2026-08-14', until: '2026-08-15', stage: 'use', title: 'Import outage', body: 'Rows stood still.\nMended.' }
    const { id } = await addAnnotation(ctx, { journey: key, ...outage })
    await addAnnotation(ctx, { journey: key, ...release })
    const all = await listAnnotations(ctx, { journey: key })
    expect(all.map((a) => a.title)).toEqual(['Release 5.0', 'Import outage'])
    expect(all[1]).toEqual({ id, ...outage })
    const touching = async (from: string, to: string) => (await listAnnotations(ctx, { journey: key, from, to })).map((a) => a.title)
    expect(await touching('2026-08-15', '2026-08-31')).toEqual(['Import outage'])
    expect(await touching('2026-08-16', '2026-08-31')).toEqual([])
    expect(await touching('2026-08-01', '2026-08-13')).toEqual([])
  })

  it('a change keeps what it does not name, and null takes away', async () => {
    const { id } = await addAnnotation(ctx, { journey, ...release, until: '2026-04-20', stage: 'buy', body: 'New plans page' })
    expect(await changeAnnotation(ctx, { journey, id, stage: null, day: '2026-04-15' })).toEqual({
      id, kind: 'release', day: '2026-04-15', until: '2026-04-20', stage: null, title: 'Release 5.0', body: 'New plans page',
    })
    const problem = await refusal(changeAnnotation(ctx, { journey, id, day: '2026-04-21' }))
    expect(problem.errors[0]).toMatchObject({ pointer: '/until', code: 'invalid_date' })
    await removeAnnotation(ctx, { journey, id })
    expect((await refusal(removeAnnotation(ctx, { journey, id }))).code).toBe('not_found')
    expect((await refusal(changeAnnotation(ctx, { journey, id, title: 'Late' }))).code).toBe('not_found')
  })

  it('says of everything that is wrong where it stands', async () => {
    expect(await wrong({ kind: 'party' })).toMatchObject({ pointer: '/kind' })
    expect(await wrong({ day: '2026-02-30' })).toMatchObject({ pointer: '/day', code: 'invalid_date' })
    expect(await wrong({ until: '2026-04-13' })).toMatchObject({ pointer: '/until', code: 'invalid_date' })
    expect(await wrong({ stage: 'sell' })).toMatchObject({ pointer: '/stage', code: 'unknown_stage' })
    expect(await wrong({ title: ' ' })).toMatchObject({ pointer: '/title' })
    expect(await wrong({ title: 'x'.repeat(121) })).toMatchObject({ pointer: '/title' })
    expect(await wrong({ body: 'x'.repeat(2001) })).toMatchObject({ pointer: '/body' })
    expect(await wrong({ body: 'a\0b' })).toMatchObject({ pointer: '/body', code: 'invalid_text' })
    expect(await wrong({ colour: 'red' })).toMatchObject({ pointer: '/colour', code: 'unrecognized_key' })
    expect((await refusal(listAnnotations(ctx, { journey, from: '2026-05-02', to: '2026-05-01' }))).errors[0]?.pointer).toBe('/from')
  })

  it('keeps the name of a stage that was archived since, but takes no new one there', async () => {
    const { key } = await makeJourney(ctx)
    const { id } = await addAnnotation(ctx, { journey: key, ...release, stage: 'use' })
    await archiveStage(ctx, { journey: key, stage: 'use' })
    expect((await changeAnnotation(ctx, { journey: key, id, title: 'Release 5.1' })).stage).toBe('use')
    expect((await refusal(addAnnotation(ctx, { journey: key, ...release, stage: 'use' }))).errors[0]?.code).toBe('unknown_stage')
  })

  it('a journey is full at five hundred', async () => {
    const { key, journeyId } = await makeJourney(ctx)
    await inWorkspace(ctx, (tx) => tx.execute(sql`
      insert into annotations (workspace_id, id, journey_id, kind, day, title, created_at)
      select ${ctx.workspaceId}, gen_random_uuid(), ${journeyId}, 'note', '2026-01-01', 'x', ${ctx.now().toISOString()}::timestamptz
      from generate_series(1, ${MOST_ANNOTATIONS - 1})`))
    await addAnnotation(ctx, { journey: key, ...release })
    expect((await refusal(addAnnotation(ctx, { journey: key, ...release }))).errors[0]?.code).toBe('too_many')
  })

  describe('who may', () => {
    it('a viewer reads and cannot write', async () => {
      const viewer = as(ctx, VIEWER)
      const { id } = await addAnnotation(ctx, { journey, ...release })
      expect((await listAnnotations(viewer, { journey })).map((a) => a.id)).toContain(id)
      for (const run of [() => addAnnotation(viewer, { journey, ...release }), () => changeAnnotation(viewer, { journey, id }), () => removeAnnotation(viewer, { journey, id })]) {
        expect((await refusal(run())).code).toBe('forbidden')
      }
    })

    it('another workspace, and another journey, sees nothing of it', async () => {
      const foreign = { ...ctx, workspaceId: newId() }
      const { id } = await addAnnotation(ctx, { journey, ...release })
      const other = (await makeJourney(ctx)).key
      for (const run of [() => listAnnotations(foreign, { journey }), () => addAnnotation(foreign, { journey, ...release }), () => removeAnnotation(foreign, { journey, id }), () => removeAnnotation(ctx, { journey: other, id })]) {
        expect((await refusal(run())).code).toBe('not_found')
      }
    })
  })
})
