import { expect, it } from 'vitest'
import { z } from 'zod'
import { CODES, fault, invalid, notFound, Problem } from '#lib/errors'
import { Name } from '#lib/journeys/input'
import { problemBody, toProblem } from '#lib/http/problem'
import { sentence } from '#lib/sentence'
import { TEMPLATES, type Template } from '#lib/surveys/templates'
import { faultsOf } from '#ui/faults'
import { refusalIn } from '../../app/_refusals/refusal'
import { SENTENCES } from '../../app/_words/catalogue'
import { sentenceIn } from '../../app/_words/sentences'
import { written } from '../harness/sentences'

const words = SENTENCES.de
const titles = Object.values(CODES).map(([, title]) => title)

const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn))

/** Every text of the journeys to begin with; what they are about is said nowhere. */
const begun = Object.values(TEMPLATES).flatMap((template: Template) => [
  template.name,
  ...template.stages.flatMap(({ name, touchpoints, survey }) => [name, ...touchpoints.map(([called]) => called), ...textsIn(survey)]),
])

/** The values that a template names, without the words of its plurals. */
const valuesOf = (template: string) => [...new Set(template.replace(/(=\d+|one|other) \{[^{}]*\}/g, '').match(/\{\w+(?=[,}])/g))].sort()

it('finds the sentences that lib refuses with', () => {
  const said = written.map((each) => each.said)
  expect(said).toContain('A stage cannot be merged with itself. Choose another one.')
  expect(said).toContain('give it a name')
  expect(said).toContain('“{name}” must be at least “{value}”')
  expect(written.length).toBeGreaterThan(400)
})

it('each sentence is German too', () => {
  const missing = written.filter(({ said, isBuilt }) => !isBuilt && words[said] === undefined).map(({ file, line, said }) => `${file}:${line} has no German in app/_words/de.json: ${said}`)
  expect([...missing, ...[...titles, ...begun].filter((text) => words[text] === undefined)]).toEqual([])
})

it('none has its values built into it, where no other language finds it', () => {
  // What the API says of a place in a body: a page says the sentence without it.
  const built = written.filter(({ file, isBuilt }) => isBuilt && file !== 'lib/http/problem.ts')
  expect(built.map(({ file, line, said }) => `${file}:${line} ${said}`)).toEqual([])
})

it('nothing is kept that nobody says, and both languages name the same values', () => {
  const said = new Set([...written.map((each) => each.said), ...titles, ...begun])
  expect(Object.keys(words).filter((template) => !said.has(template))).toEqual([])
  expect(Object.entries(words).filter(([template, text]) => String(valuesOf(template)) !== String(valuesOf(text)))).toEqual([])
})

it('a refusal is said in the language of the reader, with its values, and to the API in English', () => {
  const refused = invalid(fault('/name', 'name_taken', '"{name}" is there already. Choose another name.', { name: 'Kauf' }))
  expect(refusalIn('de', refused)).toEqual({
    code: 'validation_failed',
    title: 'Etwas daran stimmt nicht',
    detail: '„Kauf“ gibt es schon. Wählen Sie einen anderen Namen.',
    errors: [{ pointer: '/name', code: 'name_taken', message: '„Kauf“ gibt es schon. Wählen Sie einen anderen Namen.' }],
  })
  const message = '"Kauf" is there already. Choose another name.'
  expect(problemBody(refused, 'r')).toMatchObject({ detail: message, errors: [{ pointer: '/name', code: 'name_taken', message }] })
  expect(Object.keys(problemBody(refused, 'r').errors?.[0] ?? {})).toEqual(['pointer', 'code', 'message'])
})

it('counts, sentences within sentences and what is missing are said as well', () => {
  const wait = (minutes: number) => sentence('Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}} and try again.', { minutes })
  expect([1, 1500].map((n) => sentenceIn('de', wait(n)))).toEqual([
    'Zu viele Versuche. Warten Sie 1 Minute und versuchen Sie es dann wieder.',
    'Zu viele Versuche. Warten Sie 1.500 Minuten und versuchen Sie es dann wieder.',
  ])
  expect(sentenceIn('de', sentence('Line {line}: {what}', { line: 1200, what: sentence('the stage is missing.') }))).toBe('Zeile 1200: Die Phase fehlt.')
  const span = sentence('The period begins on {from}, after its end on {to}.', { from: '2026-11-02', to: '2026-03-01' })
  expect(sentenceIn('de', span)).toBe('Der Zeitraum beginnt am 2. Nov. 2026, nach seinem Ende am 1. März 2026.')
  expect(refusalIn('de', notFound('stage')).detail).toBe('Das gibt es hier nicht: Phase.')
  expect(refusalIn('de', new Problem('conflict')).title).toBe('Das hat sich inzwischen geändert')
})

it('what a schema refuses is one sentence at its field', () => {
  const { error } = z.strictObject({ name: Name, days: z.int().max(30), kind: z.enum(['a', 'b']), more: z.string() }).safeParse({ name: '', days: 40, kind: 'c', other: 1 })
  expect(faultsOf(refusalIn('de', error))).toEqual({
    name: 'Geben Sie einen Namen ein.',
    days: 'Wählen Sie 30 oder weniger.',
    kind: 'Wählen Sie etwas davon: a, b.',
    more: 'Das fehlt.',
    other: 'Eine Angabe „other“ gibt es hier nicht.',
  })
  expect(faultsOf(refusalIn('en', error)).name).toBe('Give it a name.')
  expect(toProblem(error).errors[0]?.message).toBe('name: give it a name.')
})

it('a sentence that has no German is said in English', () => {
  expect(sentenceIn('de', { message: 'Nobody wrote this.' })).toBe('Nobody wrote this.')
  expect(sentenceIn('de', sentence('{n, plural, one {# cat} other {# cats}}', { n: 2000 }))).toBe('2,000 cats')
})
