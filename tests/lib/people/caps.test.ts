import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '#lib/people/asking/decide'
import { heldByCap } from '#lib/people/asking/rules/caps'
import { type Ask, type Caps, USUAL_CAPS } from '#lib/people/types'
import { ask, candidate, DAY, daysAgo, given, NOW } from '../../factory/candidate'

const NONE = { triggered: null, relationship: null }
const OFF: Caps = { all: NONE, stage: NONE, journey: NONE }

const triggered = candidate()
const other = { id: '01900000-0000-7000-8000-000000000002', journeyId: 'another', stage: 'use' }
const relationship = candidate({ rules: { kind: 'relationship' } }, { ...other, id: '01900000-0000-7000-8000-000000000003' })

describe('a cap', () => {
  it('ends exactly after its days: 90 for what is triggered, 183 for a relationship', () => {
    const next = (days: number, ms: number) => decide(given(triggered, { ledger: [ask(candidate({}, other), 0, { at: new Date(NOW.getTime() - days * DAY + ms) })] }))
    expect(next(90, 1)).toMatchObject({ show: false, reason: 'cap_all', until: new Date(NOW.getTime() + 1) })
    expect(next(90, 0).reason).toBe('shown')
    const twice = (days: number) => decide(given(relationship, { ledger: [ask(relationship, days, { surveyId: other.id })] })).reason
    expect([twice(182.9), twice(183)]).toEqual(['cap_all', 'shown'])
  })
  it('is the shorter of two between surveys of different kinds', () => {
    const after = (days: number) => [decide(given(triggered, { ledger: [ask(relationship, days)] })).reason, decide(given(relationship, { ledger: [ask(triggered, days)] })).reason]
    expect(after(89.9)).toEqual(['cap_all', 'cap_all'])
    expect(after(90)).toEqual(['shown', 'shown'])
  })
  it('holds within a stage or a journey where none holds across all', () => {
    const [stage, journey] = [{ ...OFF, stage: USUAL_CAPS.stage }, { ...OFF, journey: USUAL_CAPS.journey }]
    const same = ask(candidate({}, { id: other.id }), 10)
    const nextDoor = { ...same, stage: 'use' }
    const reasons = (caps: Caps) => [same, nextDoor, ask(candidate({}, other), 10)].map((one) => decide(given(triggered, { caps, ledger: [one] })).reason)
    expect(reasons(stage)).toEqual(['cap_stage', 'shown', 'shown'])
    expect(reasons(journey)).toEqual(['cap_journey', 'cap_journey', 'shown'])
    expect(reasons(OFF)).toEqual(['shown', 'shown', 'shown'])
  })
  it('says in which scope and until when somebody is left in peace', () => {
    const [recent, older] = [ask(candidate({}, other), 10), ask(candidate({}, other), 80)]
    expect(heldByCap(triggered, USUAL_CAPS, [recent, older], NOW)).toEqual({ scope: 'all', until: new Date(recent.at.getTime() + 90 * DAY) })
    expect(heldByCap(triggered, OFF, [recent], NOW)).toBeNull()
  })
  it('counts an invitation from the day it was sent, and what somebody opened by themselves from the day they answered it', () => {
    const of = (more: Partial<Ask>) => decide(given(triggered, { ledger: [ask(candidate({}, other), 10, more)] })).reason
    expect(of({ form: 'invitation' })).toBe('cap_all')
    expect([of({ form: 'inline' }), of({ form: 'page' }), of({ form: 'button' })]).toEqual(['shown', 'shown', 'shown'])
    expect([of({ form: 'inline', answeredAt: daysAgo(10) }), of({ form: 'answer', answeredAt: daysAgo(10) })]).toEqual(['cap_all', 'cap_all'])
  })
})

const days = fc.option(fc.integer({ min: 1, max: 400 }), { nil: null })
const each = fc.record({ triggered: days, relationship: days })
const anyCaps = fc.record({ all: each, stage: each, journey: each })
const anySurvey = fc.record({ n: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom('triggered' as const, 'relationship' as const) })
const surveyOf = ({ n, kind }: { n: number; kind: 'triggered' | 'relationship' }) =>
  candidate({ rules: { kind, displayOption: 'respondMultiple' } }, { id: `01900000-0000-7000-8000-00000000000${n}`, journeyId: `j${n % 2}`, stage: `s${n % 3}` })

it('nobody is asked twice within a cap, whatever surveys come in whatever order', () => {
  const life = fc.array(fc.record({ survey: anySurvey, wait: fc.integer({ min: 0, max: 100 }), answers: fc.boolean() }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(anyCaps, life, (caps, moments) => {
      const ledger: Ask[] = []
      let now = NOW
      for (const { survey: drawn, wait, answers } of moments) {
        now = new Date(now.getTime() + wait * DAY)
        const survey = surveyOf(drawn)
        if (decide(given(survey, { caps, ledger, moment: { now } })).show) ledger.push(ask(survey, 0, { at: now, answeredAt: answers ? now : null }))
      }
      for (const [i, later] of ledger.entries()) {
        for (const earlier of ledger.slice(0, i)) {
          const apart = (later.at.getTime() - earlier.at.getTime()) / DAY
          const shorter = (scope: keyof Caps) => Math.min(caps[scope][later.kind] ?? 0, caps[scope][earlier.kind] ?? 0)
          expect(apart).toBeGreaterThanOrEqual(shorter('all'))
          if (later.journeyId === earlier.journeyId) expect(apart).toBeGreaterThanOrEqual(shorter('journey'))
          if (later.journeyId === earlier.journeyId && later.stage === earlier.stage) expect(apart).toBeGreaterThanOrEqual(shorter('stage'))
        }
      }
    }),
  )
})
