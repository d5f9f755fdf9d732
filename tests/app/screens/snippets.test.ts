import { runInNewContext } from 'node:vm'
import { v4 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import type { Definition } from '#lib/surveys/definition'
import { apiCall, inlineTag, linkWith, momentCall, pinnedTag, policyLines, scriptTag } from '../../../app/w/[workspace]/surveys/[survey]/_share/snippets'
import { post } from '../../factory/client'
import { definition, makeJourney, makeWorkspace } from '../../factory/world'
import { onEachEngine } from '../../harness/engines'

const widget = { origin: 'https://feedback.example', workspaceId: 'w-1', build: { path: '/widget/abc.js', integrity: 'sha384-x' } }
const survey = (rules?: Definition['rules'], more: Partial<Definition> = {}) => ({ id: 's-1', definition: { ...definition(), rules, ...more }, touchpoint: 'pay' })

describe('the line for a page', () => {
  it('asks by itself only where pages are named and no event', () => {
    const pages = [{ is: 'contains' as const, value: '/done' }]
    expect([{}, { pages }, { pages, event: 'paid' }].map((rules) => scriptTag(widget, survey(rules)).includes('data-auto'))).toEqual([false, true, false])
  })

  it('of a version that never changes names its bytes', () => {
    expect(pinnedTag(widget, survey())).toContain('src="https://feedback.example/widget/abc.js"\n  integrity="sha384-x"\n  crossorigin="anonymous"')
  })

  it('keeps room in a place of its own, and names the touchpoint', () => {
    expect(inlineTag(survey())).toMatch(/^<div data-wayfelt-survey="s-1"\s+data-touchpoint="pay"\s+style="min-height:420px"><\/div>$/)
    expect(inlineTag({ ...survey(), touchpoint: null })).not.toContain('touchpoint')
  })

  it('needs one origin of a strict policy', () => {
    expect(policyLines(widget)).toBe('script-src https://feedback.example;\nconnect-src https://feedback.example')
  })
})

describe('the call when the moment has come', () => {
  const calls = (rules?: Definition['rules']) => {
    const page: { window?: unknown; wayfelt?: { q: unknown[] } } = {}
    page.window = page
    runInNewContext(momentCall(survey(rules)) ?? '', page)
    return page.wayfelt?.q
  }

  it('waits in a queue until the widget is there', () => {
    expect(calls()).toEqual([['show', 's-1']])
    expect(calls({ event: 'paid' })).toEqual([['track', 'paid']])
    expect(momentCall(survey({ pages: [{ is: 'exactly', value: '/' }] }))).toBeNull()
  })

  it.each(["it's", 'a\\', '</script><b>', '\u2028'])('says the event %j as it is named, and ends no script', (event) => {
    expect(calls({ event })).toEqual([['track', event]])
    expect(momentCall(survey({ event }))).not.toContain('</script')
  })
})

it('an address says what is said, trimmed and encoded, and nothing that is empty', () => {
  expect(linkWith('https://x.example/s/1', { channel: ' poster ', campaign: 'a&b=c', source: '' })).toBe('https://x.example/s/1?channel=poster&campaign=a%26b%3Dc')
  expect(linkWith('https://x.example/s/1', { channel: ' ' })).toBe('https://x.example/s/1')
})

onEachEngine((_, open) => {
  let ctx: Context
  beforeAll(async () => void (ctx = await makeWorkspace(await open())))

  it('the call from a server is taken as it stands, whatever is asked', async () => {
    const options = [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }]
    const each = (['nps', 'csat', 'ces', 'sentiment', 'emotions', 'choice', 'choices', 'short', 'comment', 'consent'] as const).map((instrument) => ({
      id: instrument, instrument, text: 'x', required: true, ...(/^choice/.test(instrument) ? { options } : {}),
    }))
    const { surveyId } = await makeJourney(ctx, each)
    const call = apiCall(widget, { id: surveyId, definition: definition(each), touchpoint: 'pay' })
    const body = call.split('\n').slice(2, -1).join('\n').replace('$(uuidgen)', v4())
    expect([(await post(ctx, JSON.parse(body))).status, call.split('\n').at(-1)]).toEqual([201, 'END'])
  })
})
