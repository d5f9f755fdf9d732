import { expect, it } from 'vitest'
import { post, submission } from '../../factory/client'
import { makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'
import { inWorkspace } from '#lib/context'
import { loadPublished } from '#lib/surveys/published'
import { publishSurvey } from '#lib/surveys/publish'
import { saveSurvey } from '#lib/surveys/write'

onEachEngine((_, open) => {
  it('a draft that goes to another place, or to none, leaves the live survey where it was until it is published', async () => {
    const ctx = await makeWorkspace(await open())
    const { surveyId: id } = await makeJourney(ctx)
    const place = async () => (await inWorkspace(ctx, (tx) => loadPublished(tx, ctx.workspaceId, id)))?.touchpoint
    await saveSurvey(ctx, { id, touchpoint: null })
    expect(await place()).toBe('pay')
    expect((await post(ctx, submission(id))).status).toBe(201)
    await saveSurvey(ctx, { id, touchpoint: 'open' })
    await publishSurvey(ctx, { id })
    expect(await place()).toBe('open')
  })

  it('a draft that a colleague changed meanwhile is not published unseen', async () => {
    const ctx = await makeWorkspace(await open())
    const { surveyId: id } = await makeJourney(ctx)
    const seen = await saveSurvey(ctx, { id, name: 'Seen' })
    await saveSurvey(ctx, { id, name: 'Not seen' })
    await expect(publishSurvey(ctx, { id, expectedUpdatedAt: seen.updatedAt.toISOString() })).rejects.toMatchObject({ code: 'conflict' })
  })
})
