import { expect, test } from 'vitest'
import { Flags, flagsFromQuery } from '#lib/imports/flags'
import { english } from '../../factory/words'
import { assign, mappingOf, placeFaults, type Preview, queryOf, valuesOf } from '../../../app/w/[workspace]/imports/new/mapping'

const PREVIEW: Preview = {
  format: 'csv',
  columns: ['phase', 'score', 'when', 'plan', 'region'],
  rows: [['Order', '9', '31/05/2018', 'S', 'North'], ['Use', '3', '01/06/2018', '', 'South'], ['Order', '7', '', 'S', '']].map((values, i) => ({
    line: i + 2, fault: null, values,
  })),
  guess: { stage: 'phase', nps: 'score', at: 'when', 'at-format': 'dd/MM/yyyy' },
}
const TARGET = { journey: 'shop', create: false, stages: '', atFormat: 'dd/MM/yyyy', atDefault: '', places: {}, ignoreValue: '', outcomePositive: '' }

test('a guess becomes one meaning a column', () => {
  expect(mappingOf(PREVIEW)).toEqual({ phase: 'stage', score: 'nps', when: 'at', plan: '', region: '' })
  expect(valuesOf(PREVIEW, 'phase', 3)).toEqual(['Order', 'Use'])
})

test('a meaning moves to the column that it is given to; attributes may be several', () => {
  const guessed = mappingOf(PREVIEW)
  expect(assign(guessed, 'plan', 'stage')).toMatchObject({ phase: '', plan: 'stage' })
  const two = assign(assign(guessed, 'plan', 'attribute'), 'region', 'attribute')
  expect(two).toMatchObject({ plan: 'attribute', region: 'attribute' })
})

test('the query of a page is read by the flags of the command line', () => {
  const mapping = assign(assign(mappingOf(PREVIEW), 'plan', 'attribute'), 'region', 'attribute')
  const query = queryOf(mapping, { ...TARGET, create: true, stages: 'Order, Use' })
  expect(Flags.parse(flagsFromQuery(query))).toMatchObject({
    journey: 'shop', create: true, stages: ['Order', 'Use'], stage: 'phase', nps: 'score', at: 'when', 'at-format': 'dd/MM/yyyy', attribute: ['plan', 'region'],
  })
  const untimed = queryOf(assign(mapping, 'when', ''), { ...TARGET, atDefault: '2026-01-31' })
  expect(flagsFromQuery(untimed)).toEqual({ journey: 'shop', stage: 'phase', nps: 'score', attribute: ['plan', 'region'], 'at-default': '2026-01-31' })
})

test('a column that rates a touchpoint is asked for its place and sent with it', () => {
  const rated = assign(assign(assign(mappingOf(PREVIEW), 'score', 'answer:csat'), 'region', 'answer:csat'), 'plan', 'outcome')
  const places = { score: { stage: ' Order ', touchpoint: ' Web/app ' }, when: { stage: '', touchpoint: '' } }
  expect(placeFaults(english('imports'), rated, places)).toEqual({ region: { stage: 'Name the stage.' } })
  expect(placeFaults(english('imports'), rated, { score: { stage: 'a/b', touchpoint: ' ' } })).toMatchObject({ score: { stage: expect.stringContaining('slash'), touchpoint: 'Name the touchpoint.' } })
  const query = queryOf(rated, { ...TARGET, places: { ...places, region: { stage: 'Use', touchpoint: 'region' } }, ignoreValue: ' 0 ', outcomePositive: ' S ' })
  expect(Flags.parse(flagsFromQuery(query))).toMatchObject({
    answer: ['score=csat@Order/Web/app', 'region=csat@Use/region'], 'ignore-value': ['0'], outcome: 'plan', 'outcome-positive': 'S',
  })
  expect(queryOf(assign(rated, 'plan', ''), { ...TARGET, outcomePositive: 'S' }).has('outcome-positive')).toBe(false)
})
