import { describe, expect, it } from 'vitest'
import { askedSurvey } from '#lib/surveys/asked'
import type { Definition, Question } from '#lib/surveys/definition'
import { MergeField, surveyEmail } from '#lib/surveys/share/email'
import { STEPS } from '#lib/widget/scale'
import { definition } from '../../../factory/world'

const LINK = 'https://feedback.example/s/1?channel=email'

const mail = (question: Partial<Question>, more: Partial<Definition> = {}, link = LINK, languages: string[] = []) => {
  const asked: Question = { id: 'q', instrument: 'nps', text: 'How was it?', required: true, ...question }
  return surveyEmail({ survey: askedSurvey({ id: '1', version: 1, definition: { ...definition([asked]), ...more } }, languages), link, piped: { company: 'Fernway' } })
}
const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
const hrefs = ({ html }: { html: string }) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => unescaped(href ?? ''))
const HOSTILE = `</td><script>alert(1)</script><img src=x onerror=y>" onclick="z' {{7*7}} *|HTML:X|* %%x%% [[y]] \${z}\u202e`

describe('the first question in a mail', () => {
  it.each(['nps', 'csat', 'ces', 'sentiment'] as const)('of %s is a link for each step, which chooses it on the page', (instrument) => {
    expect(hrefs(mail({ instrument }))).toEqual(STEPS[instrument].map((step) => `${LINK}&q=${step}`))
  })

  it('of a choice is a link for each option', () => {
    const options = [{ id: 'a', label: 'Price & more' }, { id: 'b', label: '<b>' }]
    const { html, text } = mail({ instrument: 'choice', options })
    expect(hrefs({ html })).toEqual([`${LINK}&q=a`, `${LINK}&q=b`])
    expect([html.includes('Price &amp; more'), html.includes('<b>'), text.includes(`<b>: ${LINK}&q=b`)]).toEqual([true, false, true])
  })

  it.each(['comment', 'short', 'emotions', 'consent'] as const)('of %s begins on the page', (instrument) => {
    expect(hrefs(mail({ instrument }))).toEqual([LINK])
  })

  it('says what the ends mean, whose it is and what is kept, with what was filled in', () => {
    const { html, text } = mail({ text: 'Would you recommend {{company}} in {{city|your town}}?', low: 'not at all', high: 'extremely', hint: 'One tap.' })
    for (const said of ['Would you recommend Fernway in your town?', 'One tap.', '0 = not at all', '10 = extremely', 'Anonymous: no name, address or cookie is kept.']) {
      expect([html.includes(said), text.includes(said)], said).toEqual([true, true])
    }
  })

  it('has a twin in plain text with the same links', () => {
    const both = mail({})
    expect([...both.text.matchAll(/https:\S+/g)].map(([link]) => link)).toEqual(hrefs(both))
    expect(both.text).not.toMatch(/<[a-z]|&\w+;/)
  })
})

describe('the HTML', () => {
  const whole = ['nps', 'sentiment', 'comment'] as const

  it('holds nothing that a mail client drops, loads or runs', () => {
    for (const instrument of whole) {
      const { html } = mail({ instrument })
      expect(new Set([...html.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag))).toEqual(new Set(['table', 'tr', 'td', 'a', ...(instrument === 'sentiment' ? ['span'] : [])]))
      expect(html).not.toMatch(/url\(|src=|@import|class=|\son\w+=/)
    }
  })

  it('shows hostile texts as they were typed, and to mail tools they are no fields', () => {
    const clean = mail({ low: 'x', high: 'y', hint: 'z' }).html
    const { html, text } = mail({ text: HOSTILE, low: HOSTILE.slice(0, 60), high: HOSTILE.slice(0, 60), hint: HOSTILE }, { company: HOSTILE.slice(0, 120), privacy: { mode: 'identified' } })
    expect(html.match(/<[a-z/]+/g)).toEqual(clean.match(/<[a-z/]+/g))
    expect(html).not.toMatch(/\{\{|\*\||%%|\[\[|\$\{/)
    expect(text).not.toMatch(/\{\{|\*\||%%|\[\[/)
    expect(unescaped(html)).toContain('<script>alert(1)</script>')
  })

  it('is in the language that was asked for, and reads from the right where that does', () => {
    const translations = { ar: { questions: { q: { text: 'كيف كان ذلك؟' } } } }
    const { html, text } = mail({}, { translations }, LINK, ['ar'])
    expect(html).toMatch(/^<table [^>]*lang="ar" dir="rtl"/)
    expect([html.includes('align="left"'), html.includes('كيف كان ذلك؟'), text.includes('مجهول الهوية')]).toEqual([false, true, true])
  })
})

describe('a merge field', () => {
  it.each(['{{link}}', '{{ contact.link }}', '*|LINK|*', '%%link%%', '[[link]]', '[link]', '${link}', '%LINK%', '{%link%}'])('%s stands untouched in every link', (field) => {
    expect(MergeField.parse(field)).toBe(field)
    const both = mail({}, {}, field)
    expect(hrefs(both)[9]).toBe(`${field}&q=9`)
    expect(both.text).toContain(`9: ${field}&q=9`)
  })

  it.each(['link', '', '{{a"b}}', "{{a'b}}", '{{<b>}}', 'javascript:{{x}}', '{{x}}javascript:', '//evil.example', '{{a}}\n{{b}}'])('cannot be %j', (field) => {
    expect(MergeField.safeParse(field).success).toBe(false)
  })
})
