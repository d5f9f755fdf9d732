import { expect, it } from 'vitest'
import { readScores } from '#lib/imports/journey/scores'
import { refusal } from '../../../factory/refusal'

const said = async (text: string): Promise<string[]> => (await refusal(readScores(text))).errors.map(({ message }) => message)

it.each([
  ['commas', 'Stage,Touch point,Score\nBuy,Pay,1.5\nBuy,,-2\n'],
  ['semicolons and decimal commas', 'Phase;Kontaktpunkt;Bewertung\nBuy;Pay;1,5\nBuy;;−2\n'],
  ['tabs', '\ufeffSTAGE\ttouchpoint\temotion\r\nBuy\tPay\t+1.5\r\nBuy\t\t-2\r\n'],
])('a sheet with %s is read under several spellings of its columns', async (_, text) => {
  const brought = await readScores(text)
  expect(brought.stages).toEqual([{ key: 'buy', name: 'Buy' }])
  expect(brought.lanes.assumed).toEqual({ stage: { buy: { index: -100 } }, touchpoint: { pay: { index: 75 } } })
})

it('a score that is none, or lies outside of -2 to +2, is said with its line', async () => {
  expect(await said('stage,touchpoint,score\nBuy,Pay,3\nBuy,Wait,good\nBuy,Go,2.0\n')).toEqual([
    'Line 2: “3” is no score. Expected a number from -2 to +2, or nothing.',
    'Line 3: “good” is no score. Expected a number from -2 to +2, or nothing.',
  ])
})

it('a sheet without a column of stages says which columns it has', async () => {
  expect(await said('name,mood\nBuy,1\n')).toEqual(['Line 1: no column is called “stage” (or phase, section, step). Found: “name”, “mood”.'])
})

it('a column that is not known is said to be left out', async () => {
  expect((await readScores('stage,owner,score\nBuy,Mara,1\n')).notes).toMatchObject([{ message: 'Line 1: the column “owner” is left out; stage, touchpoint, channel and score are read.' }])
})

it('a stage that comes back after another, a touchpoint twice, a missing stage, and a row too short are refused together', async () => {
  const faults = await said('stage,touchpoint,score\nBuy,Pay,1\nUse,Open,1\nbuy,Wait,1\n,Go,1\nUse,open,0\nUse\n')
  expect(faults.map((fault) => fault.slice(0, 7))).toEqual(['Line 4:', 'Line 5:', 'Line 6:', 'Line 7:'])
})

it('more stages than a journey may have are refused once, at the first that is too many', async () => {
  expect(await said(`stage,touchpoint,score\n${Array.from({ length: 30 }, (_, i) => `Stage ${i},Pay,0`).join('\n')}`)).toEqual(['Line 22: a journey has at most 20 stages.'])
})

it('a column that is there twice is a fault of the text', async () => {
  expect((await refusal(readScores('stage,score,score\nBuy,1,2\n'))).errors).toEqual([
    expect.objectContaining({ pointer: '/text', code: 'syntax', message: 'Line 1: the header names the column "score" twice; each column needs a name of its own.' }),
  ])
})
