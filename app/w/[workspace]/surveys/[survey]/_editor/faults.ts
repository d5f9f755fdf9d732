import { conditionFaults } from '#lib/surveys/coherence'
import type { Definition, Question } from '#lib/surveys/definition'
import type { Draft } from './draft'
import type { EditorWords } from './instruments'

/** Sentences by field: `name`, `thanks/link/url`, `questions/{id}/text`, `rules/event`. */
export type Faults = Readonly<Record<string, string>>

const isEmpty = (text: string | undefined) => text === undefined || text.trim() === ''

const CONDITION = ['question', 'from', 'to', 'chosen'] as const

type Needed = readonly [field: string, sentence: string]

function ofQuestion(t: EditorWords, { id, text, options, instrument }: Question): Needed[] {
  const at = `questions/${id}`
  const isChoice = instrument === 'choice' || instrument === 'choices'
  return [
    ...(isEmpty(text) ? [[`${at}/text`, t('faults.text')] as const] : []),
    ...(isChoice && (options?.length ?? 0) < 2 ? [[`${at}/options`, t('faults.options')] as const] : []),
    ...(options ?? []).filter(({ label }) => isEmpty(label)).map((option): Needed => [`${at}/options/${option.id}`, t('faults.option')]),
  ]
}

function ofWhens(t: EditorWords, { questions }: Definition): Needed[] {
  return conditionFaults({ questions }).map(({ path: [, index, , part] }): Needed => {
    const id = questions[Number(index)]?.id ?? ''
    const wrong = CONDITION.find((each) => each === part) ?? 'other'
    return [`questions/${id}/when`, t(`faults.condition.${wrong}`)]
  })
}

function ofLink(t: EditorWords, { thanks: { link } }: Definition): Needed[] {
  if (!link || isEmpty(link.label) === isEmpty(link.url)) return []
  return isEmpty(link.url) ? [['thanks/link/url', t('faults.linkUrl')]] : [['thanks/link/label', t('faults.linkLabel')]]
}

const ofAccess = (t: EditorWords, { access: { opensAt, closesAt } = {} }: Definition): Needed[] =>
  opensAt && closesAt && Date.parse(closesAt) <= Date.parse(opensAt) ? [['access/closesAt', t('faults.closes')]] : []

/** What keeps this draft from being saved. */
export function draftFaults(t: EditorWords, { name, definition }: Draft): Record<string, string> {
  const { title, company, thanks, questions } = definition
  const words: [string, string, string][] = [
    ['name', name, t('faults.name')],
    ['title', title, t('faults.title')],
    ['company', company, t('faults.company')],
    ['thanks/title', thanks.title, t('faults.thanks')],
  ]
  const needed = words.filter(([, text]) => isEmpty(text)).map(([field, , sentence]): Needed => [field, sentence])
  const asked = questions.flatMap((question) => ofQuestion(t, question))
  return Object.fromEntries([...needed, ...asked, ...ofWhens(t, definition), ...ofLink(t, definition), ...ofAccess(t, definition)])
}

type Sent = { pointer: string; code: string; message: string }

const NEATER = { 'thanks/link/url': 'address', 'privacy/link': 'address', 'access/origins': 'origin' } as const

/** A pointer into what was sent, as the field that it stands in: questions and options by their ids. */
function fieldOf(pointer: string, { questions }: Definition): string {
  const parts = pointer.split('/').slice(1)
  if (parts[0] === 'definition') parts.shift()
  const question = parts[0] === 'questions' ? questions[Number(parts[1])] : undefined
  if (question) parts[1] = question.id
  const option = question && parts[2] === 'options' ? question.options?.[Number(parts[3])] : undefined
  if (option) parts.splice(3, 2, option.id)
  if (question && parts[2] === 'when') parts.length = 3
  return parts.join('/')
}

/** What the server refused, by field; what belongs to no field stands under ''. */
export function refusedFaults(t: EditorWords, errors: readonly Sent[], definition: Definition): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of errors) {
    const field = fieldOf(pointer, definition)
    const neat = Object.entries(NEATER).find(([start]) => field.startsWith(start))?.[1]
    faults[field] ??= neat ? t(`faults.${neat}`) : message
  }
  return faults
}

/** The first fault of a part of the survey, and whether there is any. */
export const faultUnder = (faults: Faults, part: string): string | undefined =>
  Object.entries(faults).find(([field]) => field === part || field.startsWith(`${part}/`))?.[1]
