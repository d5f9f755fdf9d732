import { describe, expect, it } from 'vitest'
import { heatClass, heatShade } from '#ui/heat-cell'
import { scoresOf } from '../../../app/w/[workspace]/journeys/[journey]/_lanes/scores-lane'
import { measured, nobody, stage } from './stages'

describe('the colour of a pain cell', () => {
  it('changes at 10, 35 and 65, alike on both sides of zero', () => {
    expect([0, 9.99, 10, 35, 65, 100].map(heatClass)).toEqual(['0', '0', 'p1', 'p2', 'p3', 'p3'])
    expect([-9.99, -10, -35, -65, -100].map(heatClass)).toEqual(['0', 'n1', 'n2', 'n3', 'n3'])
  })
  it('is half as strong, and hatched, below 30 answers', () => {
    expect(heatShade(-70, false)).toEqual({ backgroundColor: 'var(--pu-n3)', color: 'var(--pu-n3-t)' })
    expect(heatShade(-70, true)).toMatchObject({ color: 'var(--text)', backgroundImage: expect.stringContaining('repeating') })
  })
})

describe('the scores lane', () => {
  it('has a row for what was asked somewhere, and keeps three rows where nothing was', () => {
    const emotion = nobody('emotion_index')
    const asked = { ...stage('A', emotion), sentiment: measured('sentiment_index', 5) }
    expect(scoresOf([asked, stage('B', emotion)])).toEqual(['sentiment'])
    expect(scoresOf([stage('B', emotion)])).toEqual(['nps', 'csat', 'ces'])
  })
})
