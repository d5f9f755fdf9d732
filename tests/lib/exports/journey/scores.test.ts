import { describe, expect, it } from 'vitest'
import { mermaidOf } from '#lib/exports/journey/mermaid'
import { scoresCsv } from '#lib/exports/journey/scores'
import { readMermaid } from '#lib/imports/journey/mermaid'
import { readScores } from '#lib/imports/journey/scores'
import { charted, numbers } from '../../imports/journey/charted'

const none = { stage: {}, touchpoint: {} }

describe('the scores of a map', () => {
  it('are twice the emotion, with one decimal, a line a stage and touchpoint', () => {
    expect(scoresCsv(charted('J', 'Buy', 'Pay', -62.5))).toBe('stage,touchpoint,channel,score,n\r\nBuy,,,-1.3,40\r\nBuy,Pay,web,-1.3,40\r\n')
  })

  it('are empty where the map hides them, and their count is not told', () => {
    expect(scoresCsv(charted('J', 'Buy', 'Pay', null, null))).toBe('stage,touchpoint,channel,score,n\r\nBuy,,,,<5\r\nBuy,Pay,web,,<5\r\n')
  })

  it('run nothing in a spreadsheet, and read back to the same names', async () => {
    const text = scoresCsv(charted('J', '=1+1', '-20 % "off", today', 50))
    expect(text).toContain("'=1+1,")
    const brought = await readScores(text)
    expect([brought.stages[0]?.name, brought.touchpoints[0]?.name, brought.touchpoints[0]?.channel]).toEqual(['=1+1', '-20 % "off", today', 'web'])
    expect(brought.lanes.assumed).toEqual({ stage: { [brought.stages[0]?.key ?? '']: { index: 50 } }, touchpoint: { '20-off-today': { index: 50 } } })
  })
})

describe('a score of Mermaid that is not measured', () => {
  it('is what the team assumes, else the middle, and says so', () => {
    const hidden = charted('J', 'Buy', 'Pay', null, null)
    expect(mermaidOf(hidden, { assumed: { stage: {}, touchpoint: { t: { index: -80 } } } })).toContain('%% fewer than 5 answers, hidden for privacy: the score is what the team assumed\n      Pay: 1: Customer')
    expect(mermaidOf(charted('J', 'Buy', 'Pay', null, 0), { assumed: none })).toContain('%% no answers: the score is only the middle of the scale\n      Pay: 3: Customer')
  })

  it('is the stage’s where it has no touchpoint', () => {
    const bare = charted('J', 'Buy', 'Pay', 60)
    bare.stages.forEach((stage) => stage.touchpoints.splice(0))
    expect(mermaidOf(bare, { assumed: none })).toContain('section Buy\n      Overall: 4: Customer')
  })

  it('is that of the answers that know only their stage, beside its touchpoints', () => {
    const imported = charted('J', 'Buy', 'Pay', null, 0)
    imported.stages[0]?.touchpoints.push({ key: 's.overall', name: 'Overall', channel: null, overall: true, ...numbers(-40) })
    const text = mermaidOf(imported, { assumed: none })
    expect(text).toContain('Overall: 2: Customer')
    expect(readMermaid(text).lanes.assumed).toEqual({ stage: { buy: { index: -50 } }, touchpoint: {} })
  })
})
