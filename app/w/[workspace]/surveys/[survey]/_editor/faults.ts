import { conditionFaults } from '#lib/surveys/coherence'
import type { Definition, Question } from '#lib/surveys/definition'
import type { Draft } from './draft'

/** Sentences by field: `name`, `thanks/link/url`, `questions/{id}/text`, `rules/event`. */
export type Faults = Readonly<Record<string, string>>

const isEmpty = (text: string | undefined) => text === undefined || text.trim() === ''

const CONDITION: Readonly<Record<string, string>> = {
  question: 'It depends on a question that comes after it. Move it down, or ask everybody.',
  from: 'It depends on a score, and that question has none. Choose again.',
  to: 'The range ends before it begins.',
  chosen: 'It depends on an answer that cannot be given any more. Choose again.',
}

type Needed = readonly [field: string, sentence: string]

function ofQuestion({ id, text, options, instrument }: Question): Needed[] {
  const at = `questions/${id}`
  const isChoice = instrument === 'choice' || instrument === 'choices'
  return [
    ...(isEmpty(text) ? [[`${at}/text`, 'Write the question.'] as const] : []),
    ...(isChoice && (options?.length ?? 0) < 2 ? [[`${at}/options`, 'Give at least two answers to choose from.'] as const] : []),
    ...(options ?? []).filter(({ label }) => isEmpty(label)).map((option): Needed => [`${at}/options/${option.id}`, 'Write this answer or remove it.']),
  ]
}

function ofWhens({ questions }: Definition): Needed[] {
  return conditionFaults({ questions }).map(({ path: [, index, , part] }): Needed => {
    const id = questions[Number(index)]?.id ?? ''
    return [`questions/${id}/when`, CONDITION[String(part)] ?? 'This does not fit the question that it depends on.']
  })
}

function ofLink({ thanks: { link } }: Definition): Needed[] {
  if (!link || isEmpty(link.label) === isEmpty(link.url)) return []
  return isEmpty(link.url)
    ? [['thanks/link/url', 'Write where the link leads.']]
    : [['thanks/link/label', 'Write what the link says.']]
}

const ofAccess = ({ access: { opensAt, closesAt } = {} }: Definition): Needed[] =>
  opensAt && closesAt && Date.parse(closesAt) <= Date.parse(opensAt) ? [['access/closesAt', 'It closes before it opens: nobody could answer.']] : []

/** What keeps this draft from being saved. */
export function draftFaults({ name, definition }: Draft): Record<string, string> {
  const { title, company, thanks, questions } = definition
  const words: [string, string, string][] = [
    ['name', name, 'Give the survey a name.'],
    ['title', title, 'Give the page a title.'],
    ['company', company, 'Say who asks.'],
    ['thanks/title', thanks.title, 'Write at least a thank you.'],
  ]
  const needed = words.filter(([, text]) => isEmpty(text)).map(([field, , sentence]): Needed => [field, sentence])
  return Object.fromEntries([...needed, ...questions.flatMap(ofQuestion), ...ofWhens(definition), ...ofLink(definition), ...ofAccess(definition)])
}

type Sent = { pointer: string; code: string; message: string }

const NEATER: Readonly<Record<string, string>> = {
  'thanks/link/url': 'A whole address that begins with https:// or http://.',
  'privacy/link': 'A whole address that begins with https:// or http://.',
  'access/origins': 'Protocol and host alone, such as https://shop.example.',
}

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
export function refusedFaults(errors: readonly Sent[], definition: Definition): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { pointer, message } of errors) {
    const field = fieldOf(pointer, definition)
    const said = message.startsWith(`${pointer.slice(1)}: `) ? message.slice(pointer.length + 1) : message
    const neat = Object.entries(NEATER).find(([start]) => field.startsWith(start))?.[1]
    faults[field] ??= neat ?? said.charAt(0).toUpperCase() + said.slice(1)
  }
  return faults
}

/** The first fault of a part of the survey, and whether there is any. */
export const faultUnder = (faults: Faults, part: string): string | undefined =>
  Object.entries(faults).find(([field]) => field === part || field.startsWith(`${part}/`))?.[1]
