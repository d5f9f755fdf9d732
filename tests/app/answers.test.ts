import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ResponseRow } from '#lib/collect/results/list'
import { AnswerRow } from '../../app/w/[workspace]/surveys/[survey]/answers/_each/answer-row'
import { onPage, type Selection, turn, turnAll } from '../../app/w/[workspace]/surveys/[survey]/answers/_each/selection'
import { shownAnswer } from '../../app/w/[workspace]/surveys/[survey]/answers/_each/shown'
import { answersQuery, readAnswersFilter } from '../../app/w/[workspace]/surveys/[survey]/answers/address'
import { ENGLISH, english, GERMAN, german, spoken } from '../factory/words'
import { definition } from '../factory/world'

describe('the address of the answers', () => {
  it.each(['', '?days=30', '?view=each', '?held=1', '?held=0&days=365', '?held=1&cursor=abc', '?view=each&cursor=abc'])('%s is read and written the same', (query) => {
    expect(answersQuery(readAnswersFilter(Object.fromEntries(new URLSearchParams(query))))).toBe(query)
  })

  it('what cannot be read is as usual, and a cursor is of the list only', () => {
    expect(readAnswersFilter({ view: 'x', held: 'yes', days: '31', cursor: 'abc' })).toEqual({ view: 'questions', days: 90 })
    expect(readAnswersFilter({ held: ['1', '0'], days: ['30'] })).toEqual({ view: 'questions', days: 90 })
    expect(readAnswersFilter({ held: '1', cursor: 'x'.repeat(201) })).toEqual({ view: 'each', held: true, days: 90 })
  })
})

describe('selecting answers', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const after = (...steps: [id: string, range?: boolean][]) =>
    onPage(steps.reduce<Selection>((selection, [id, range = false]) => turn(selection, ids, id, range), { chosen: new Set(), anchor: null }), ids)

  it('turns one over', () => {
    expect(after(['b'], ['d'], ['b'])).toEqual(['d'])
  })

  it('takes everything up to there with Shift, upwards and downwards, and lets it go the same way', () => {
    expect(after(['b'], ['d', true])).toEqual(['b', 'c', 'd'])
    expect(after(['d'], ['a', true])).toEqual(['a', 'b', 'c', 'd'])
    expect(after(['a'], ['e', true], ['c', true])).toEqual(['a', 'b'])
  })

  it('with Shift and nothing before it takes the one', () => {
    expect(after(['c', true])).toEqual(['c'])
  })

  it('takes all, then none, and forgets what is no longer on the page', () => {
    const all = turnAll({ chosen: new Set(['a']), anchor: 'a' }, ids)
    expect(onPage(all, ids)).toEqual(ids)
    expect(onPage(turnAll(all, ids), ids)).toEqual([])
    expect(onPage(all, ['b', 'x'])).toEqual(['b'])
    expect(onPage(turn({ chosen: new Set(['gone']), anchor: 'gone' }, ids, 'c', true), ids)).toEqual(['c'])
  })
})

describe('one answer as text', () => {
  const asked = definition([
    { id: 'recommend', instrument: 'nps', text: 'Would you recommend us?', required: true },
    { id: 'hard', instrument: 'ces', text: 'It was hard.', required: false, reversed: true },
    { id: 'felt', instrument: 'sentiment', text: 'How did it feel?', required: false },
    { id: 'for', instrument: 'choices', text: 'What for?', required: false, options: [{ id: 'o1', label: 'the price' }, { id: 'o2', label: 'The help' }] },
    { id: 'words', instrument: 'emotions', text: 'What did you feel?', required: false },
    { id: 'mail', instrument: 'consent', text: 'May we write?', required: false },
    { id: 'why', instrument: 'comment', text: 'Why?', required: false },
  ])
  const answer = (question: string, instrument: ResponseRow['answers'][number]['instrument'], value: ResponseRow['answers'][number]['value']) =>
    ({ question, instrument, value, stage: 'buy', touchpoint: 'pay' })
  const row = (answers: ResponseRow['answers'], more: Partial<ResponseRow> = {}): ResponseRow => ({
    id: 'r', surveyId: 's', journey: 'j', touchpoint: 'pay', source: 'survey', channel: 'web', variant: null, campaign: null, language: null, person: null, attributes: null, meta: null, finished: true,
    occurredAt: '2026-09-20T22:30:00.000Z', receivedAt: '2026-09-20T22:30:00.000Z', data: {}, answers, held: false, heldFor: [], reviewedAt: null, version: 2, ...more,
  })
  const around = { definition: asked, timeZone: 'Europe/Berlin', placeName: (key: string) => key.toUpperCase() }
  const shown = (answers: ResponseRow['answers'], more: Partial<ResponseRow> = {}) =>
    shownAnswer(ENGLISH, english('answers'), row(answers, more), around)

  it('scores stand as given and in the order of the questions; a reversed one has the colour of what it means', () => {
    const { scores } = shown([answer('felt', 'sentiment', -0.5), answer('hard', 'ces', 7), answer('recommend', 'nps', 9)])
    expect(scores.map(({ name, text, index }) => [name, text, index])).toEqual([['NPS', '9', 80], ['CES', '7', -100], ['Faces', '−50', -50]])
  })

  it('what was chosen has its words, an option that is gone its id, a consent its yes or no', () => {
    const { words, all } = shown([answer('for', 'choices', ['o2', 'o9']), answer('words', 'emotions', ['joy']), answer('mail', 'consent', false)])
    expect(words).toEqual(['The help', 'o9', 'Joy'])
    expect(all.map(({ question, said }) => `${question} ${said}`)).toEqual(['What for? The help, o9', 'What did you feel? Joy', 'May we write? No'])
  })

  it('the moment is that of the journey, and what is not known is left out', () => {
    expect(shown([], { channel: null }).facts).toEqual(['21 Sep 2026, 00:30', 'PAY'])
    expect(shown([], { campaign: 'autumn', meta: { source: 'poster' } }).facts.slice(2)).toEqual(['web', 'autumn', 'poster'])
    expect(shown([], { finished: false, person: 'u-1' }).facts).toEqual(['21 Sep 2026, 00:30', 'PAY', 'web', 'u-1', 'not finished'])
  })

  it('a reason for holding is a sentence', () => {
    expect(shown([], { held: true, heldFor: ['trap', 'by_hand'] }).reasons).toEqual(['Filled in a field that people do not see', 'Held back by hand'])
  })

  it('in German what is ours is German, and what people wrote stays theirs', () => {
    const said = [answer('felt', 'sentiment', 1), answer('words', 'emotions', ['joy']), answer('mail', 'consent', true), answer('why', 'comment', 'Quick')]
    const { scores, words, texts, facts } = shownAnswer(GERMAN, german('answers'), row(said, { finished: false }), around)
    expect([scores[0]?.name, words, texts]).toEqual(['Gesichter', ['Freude'], ['Quick']])
    expect(facts).toEqual(['21. Sept. 2026, 00:30', 'PAY', 'web', 'nicht abgeschlossen'])
  })

  it('who may only read sees the answer and its reasons, and nothing to review it with', () => {
    const answer = shown([], { held: true, heldFor: ['trap'] })
    const review = { selected: false, onSelect: () => {}, onDecide: () => {}, onErase: () => {} }
    const draw = (mayReview: boolean) => renderToStaticMarkup(spoken(createElement(AnswerRow, { answer, versionsHref: '/versions', review: mayReview ? review : null })))
    expect(draw(true)).toMatch(/<input[^>]*>[^]*<button/)
    expect(draw(false)).toContain('Filled in a field that people do not see')
    expect(draw(false)).not.toMatch(/<input|<button/)
  })
})
