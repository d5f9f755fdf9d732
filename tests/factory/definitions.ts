import fc from 'fast-check'
import { INSTRUMENTS } from '#lib/widget/scale'

const text = (max: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 40) }).map((t) => t.trim().slice(0, max)).filter((t) => t !== '' && t.isWellFormed() && !t.includes('\0'))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const colour = fc.stringMatching(/^#[0-9a-f]{6}$/)
const address = fc.constantFrom('https://fernway.example/thanks', 'http://localhost:3000/', 'https://fernway.example/a?b=c#d')
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => d.toISOString())

const TRANSLATED = ['de', 'ar', 'pt-BR'] as const

/** A question of any instrument; the second and later ones may follow from the first, a score. */
const question = (i: number) =>
  fc
    .record({
      instrument: i === 0 ? fc.constant('nps' as const) : fc.constantFrom(...INSTRUMENTS),
      text: text(500), hint: maybe(text(300)), low: maybe(text(60)), high: maybe(text(60)),
      required: fc.boolean(), touchpoint: maybe(fc.constantFrom('pay', 'open')), reversed: maybe(fc.boolean()), shuffle: maybe(fc.boolean()),
      labels: fc.array(text(120), { minLength: 2, maxLength: 5 }), most: maybe(fc.integer({ min: 1, max: 30 })), isFollowUp: fc.boolean(),
    })
    .map(({ labels, most, isFollowUp, ...rest }) => ({
      ...rest,
      id: `q${i}`,
      ...(/^choice/.test(rest.instrument) ? { options: labels.map((label, at) => ({ id: `o${at}`, label })) } : {}),
      ...(most !== undefined && /^(choices|emotions)$/.test(rest.instrument) ? { most } : {}),
      ...(i > 0 && isFollowUp ? { when: { question: 'q0', from: 0, to: 6 } } : {}),
    }))

const settings = fc.record({
  look: maybe(fc.record({ accent: maybe(colour), accentDark: maybe(colour), theme: maybe(fc.constantFrom('auto', 'light', 'dark')), steps: maybe(fc.constantFrom('one', 'all')) })),
  window: maybe(fc.record({ form: maybe(fc.constantFrom('popup', 'slide', 'button')), side: maybe(fc.constantFrom('right', 'left')), label: maybe(text(40)) })),
  privacy: maybe(fc.record({ mode: maybe(fc.constantFrom('anonymous', 'pseudonymous', 'identified')), link: maybe(address) })),
  access: maybe(fc.record({
    who: maybe(fc.constantFrom('anyone', 'invited')), origins: maybe(fc.array(fc.constantFrom('https://fernway.example', 'http://localhost:3000'))),
    opensAt: maybe(moment), closesAt: maybe(moment), mostAnswers: maybe(fc.integer({ min: 1, max: 10_000_000 })),
  })),
  rules: maybe(fc.record({
    kind: maybe(fc.constantFrom('triggered', 'relationship')), displayOption: maybe(fc.constantFrom('displayOnce', 'displayMultiple', 'displaySome', 'respondMultiple')),
    displayLimit: maybe(fc.integer({ min: 1, max: 100 })), recontactDays: fc.option(fc.integer({ min: 0, max: 3650 })), displayPercentage: maybe(fc.integer({ min: 0, max: 100 })),
    delaySeconds: maybe(fc.integer({ min: 0, max: 3600 })), event: maybe(text(80)),
    pages: maybe(fc.array(fc.record({ is: fc.constantFrom('exactly', 'startsWith', 'endsWith', 'contains', 'not'), value: text(100) }), { maxLength: 3 })),
    attributes: maybe(fc.array(fc.record({ name: text(60), is: fc.constantFrom('equals', 'atLeast', 'set'), value: maybe(fc.oneof(text(100), fc.integer(), fc.boolean())) }), { maxLength: 3 })),
  })),
  protection: maybe(fc.record({ work: maybe(fc.boolean()) })),
})

/** Any survey that can be saved in a journey with the touchpoints `pay` and `open`. */
export const definitions = fc
  .record({
    title: text(120), company: text(120), settings,
    questions: fc.integer({ min: 1, max: 6 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => question(i)))),
    thanks: fc.record({ title: text(120), text: fc.constantFrom('', 'See you soon.'), link: maybe(fc.record({ label: text(60), url: address })) }),
    translated: fc.uniqueArray(fc.constantFrom(...TRANSLATED)), words: text(60), label: text(40),
  })
  .map(({ settings: given, translated, words, label, questions, ...rest }) => ({
    ...rest, ...given, questions, language: 'en',
    translations: Object.fromEntries(translated.map((to) => [to, { title: words, questions: { q0: { text: words, low: words } }, thanks: { title: words }, label }])),
  }))
