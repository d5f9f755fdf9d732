import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { appUrl } from '#lib/env'
import { drawCode, readEmail } from '#lib/surveys/share/read'
import { saveSurvey } from '#lib/surveys/write'
import { refusal } from '../../../factory/refusal'
import { definition, makeJourney, makeWorkspace } from '../../../factory/world'
import { onEachEngine } from '../../../harness/engines'

onEachEngine((_, open) => {
  let ctx: Context
  let id: string
  let page: string
  beforeAll(async () => {
    ctx = await makeWorkspace(await open())
    id = (await makeJourney(ctx)).surveyId
    page = `${appUrl()}/s/${id}`
  })
  const foreign = () => ['https://evil.example/', 'javascript:alert(1)', `${page}evil`, `${page}/../x`, `${page}?a="><b>`, `${page}?a b`, `//x/s/${id}`, '']

  it('a code leads to this survey and nowhere else', async () => {
    expect(await drawCode(ctx, { id, to: `${page}?channel=poster` })).toMatchObject({ type: 'image/svg+xml', name: 'Survey.svg' })
    for (const to of foreign()) expect((await refusal(drawCode(ctx, { id, to }))).errors[0]?.pointer, to).toBe('/to')
    expect((await refusal(drawCode(ctx, { id, to: `${page}?channel=${'漢'.repeat(900)}` }))).errors).toMatchObject([{ pointer: '/to', code: 'too_big' }])
  })

  it.each([['pixels', '9999999'], ['pixels', '1'], ['format', 'gif']])('a code with the %s %s is refused', async (name, value) => {
    expect((await refusal(drawCode(ctx, { id, to: page, [name]: value }))).errors[0]?.pointer).toBe(`/${name}`)
  })

  describe('a mail', () => {
    it('leads to this survey or to what a mail tool fills in, and nowhere else', async () => {
      expect((await readEmail(ctx, { id, link: page })).html).toContain(`href="${page}?channel=email&amp;recommend=9"`)
      expect((await readEmail(ctx, { id, link: `${page}?channel=email&userId={{id}}` })).html).toContain('userId={{id}}&amp;recommend=9')
      expect((await readEmail(ctx, { id, link: '*|LINK|*' })).html).toContain('href="*|LINK|*&amp;recommend=9"')
      for (const link of foreign()) expect((await refusal(readEmail(ctx, { id, link }))).errors[0]?.pointer, link).toBe('/link')
    })

    it('leads to the page in its own language where there are several', async () => {
      await saveSurvey(ctx, { id, definition: { ...definition(), translations: { de: { questions: { recommend: { text: 'Würden Sie uns in {{touchpoint}} empfehlen?' } } } } } })
      const mail = await readEmail(ctx, { id, link: page, language: 'de' })
      expect(mail).toMatchObject({ language: 'de', languages: ['en', 'de'] })
      expect(mail.html).toContain('lang=de&amp;recommend=9')
      expect(mail.text).toContain('Würden Sie uns in pay empfehlen?')
    })
  })

  it('another workspace draws and writes nothing of it', async () => {
    const stranger = await makeWorkspace({ db: ctx.db } as never)
    expect((await refusal(drawCode(stranger, { id, to: page }))).code).toBe('not_found')
    expect((await refusal(readEmail(stranger, { id, link: page }))).code).toBe('not_found')
  })
})
