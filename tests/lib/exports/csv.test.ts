import { expect, it } from 'vitest'
import { csvLine, csvLines } from '#lib/exports/csv'

const ROW = { id: 'r', occurredAt: 't', channel: null, person: null, source: 'survey' as const }

it.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-5', "'-5"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['a=b', 'a=b'],
  ['say "hi"', '"say ""hi"""'],
  ['=a,b', `"'=a,b"`],
  [-5, '-5'],
  [null, ''],
])('The cell %o is written as %s', (value, written) => expect(csvLine([value])).toBe(`${written}\r\n`))

it('A response has a line a touchpoint, and loses no second answer of one instrument there', () => {
  const answer = (touchpoint: string, instrument: 'nps' | 'csat', value: number) => ({ question: `${instrument}${value}`, instrument, stage: 's', touchpoint, value })
  const answers = [answer('a', 'nps', 9), answer('a', 'csat', 5), answer('b', 'csat', 4), answer('a', 'csat', 1)]
  expect(csvLines({ ...ROW, answers }).split('\r\n')).toEqual(['r,t,s,a,9,5,,,,,,survey,,,,,', 'r,t,s,b,,4,,,,,,survey,,,,,', 'r,t,s,a,,1,,,,,,survey,,,,,', ''])
})

it('What was chosen together stands in one cell, and a consent is yes or no', () => {
  const at = { stage: 's', touchpoint: 'a' }
  const answers = [
    { ...at, question: 'why', instrument: 'choices' as const, value: ['price', 'speed'] },
    { ...at, question: 'mail', instrument: 'consent' as const, value: false },
    { ...at, question: 'where', instrument: 'short' as const, value: '=1+1' },
  ]
  expect(csvLines({ ...ROW, answers })).toBe("r,t,s,a,,,,,,,,survey,,,price; speed,'=1+1,no\r\n")
})
