import type { Definition, Question } from './definition'
import { settingsOf } from './settings'

type Side = { definition: Definition; touchpoint: string | null }

const short = (text: string): string => (text.length <= 60 ? `“${text}”` : `“${text.slice(0, 59).trimEnd()}…”`)

const isEqual = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}

const count = (n: number, one: string, many: string): string => `${n === 1 ? 'One' : n} ${n === 1 ? one : many}`

function ofOptions(before: Question, after: Question): string[] {
  const [was, is] = [before.options ?? [], after.options ?? []]
  const gone = was.filter(({ id }) => !is.some((option) => option.id === id))
  const added = is.filter(({ id }) => !was.some((option) => option.id === id))
  const renamed = is.filter(({ id, label }) => was.some((option) => option.id === id && option.label !== label))
  return [
    ...added.map(({ label }) => `Answer ${short(label)} added to ${short(after.text)}`),
    ...gone.map(({ label }) => `Answer ${short(label)} removed from ${short(after.text)}`),
    ...renamed.map(({ label }) => `Answer renamed to ${short(label)} in ${short(after.text)}`),
  ]
}

function ofQuestion(before: Question, after: Question): string[] {
  const name = short(after.text)
  const differs = (...parts: (keyof Question)[]) => parts.some((part) => !isEqual(before[part], after[part]))
  return [
    ...(before.text === after.text ? [] : [`Question reworded to ${name}`]),
    ...(differs('hint', 'low', 'high') ? [`Hint or labels of ${name} changed`] : []),
    ...(before.required === after.required ? [] : [after.required ? `${name} needs an answer now` : `${name} is optional now`]),
    ...(differs('when') ? [after.when ? `${name} is asked of others than before` : `${name} is asked of everybody now`] : []),
    ...(before.touchpoint === after.touchpoint ? [] : [`Answers to ${name} go to another touchpoint`]),
    ...(differs('reversed') ? [`The scale of ${name} is turned round`] : []),
    ...(differs('most', 'shuffle') ? [`How the answers of ${name} are offered changed`] : []),
    ...ofOptions(before, after),
  ]
}

function ofQuestions(before: readonly Question[], after: readonly Question[]): string[] {
  const wasOf = (id: string) => before.find((q) => q.id === id)
  const kept = after.filter(({ id }) => wasOf(id))
  const order = before.filter(({ id }) => kept.some((q) => q.id === id)).map(({ id }) => id)
  return [
    ...after.filter(({ id }) => !wasOf(id)).map(({ text }) => `Question added: ${short(text)}`),
    ...before.filter(({ id }) => !after.some((q) => q.id === id)).map(({ text }) => `Question removed: ${short(text)}`),
    ...kept.flatMap((question) => {
      const was = wasOf(question.id)
      return was ? ofQuestion(was, question) : []
    }),
    ...(kept.every(({ id }, i) => order[i] === id) ? [] : ['Questions in another order']),
  ]
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })

/** A code may have the form of a language without being one (en-12): then it is its own name. */
function languageName(code: string): string {
  try {
    return NAMES.of(code) ?? code
  } catch {
    return code
  }
}

function ofLanguages(before: Definition, after: Definition): string[] {
  const was: Readonly<Record<string, unknown>> = before.translations ?? {}
  const is: Readonly<Record<string, unknown>> = after.translations ?? {}
  const changed = Object.keys(is).filter((to) => to in was && !isEqual(was[to], is[to]))
  return [
    ...Object.keys(is).filter((to) => !(to in was)).map((to) => `Language added: ${languageName(to)}`),
    ...Object.keys(was).filter((to) => !(to in is)).map((to) => `Language removed: ${languageName(to)}`),
    ...(changed.length > 0 ? [`${count(changed.length, 'translation', 'translations')} changed: ${changed.map((to) => languageName(to)).join(', ')}`] : []),
    ...(before.language === after.language ? [] : [`The texts are in ${languageName(after.language)} now`]),
  ]
}

const SETTINGS = {
  look: 'The look changed',
  window: 'How the widget shows it changed',
  privacy: 'Privacy changed',
  access: 'Who may answer changed',
  rules: 'When and whom it asks changed',
  protection: 'Protection against floods changed',
} as const

/** What is different for people between two versions, in sentences; nothing to compare with: its first questions. */
export function changesBetweenVersions(before: Side | null, after: Side): string[] {
  const is = after.definition
  if (!before) return [`First version, with ${count(is.questions.length, 'question', 'questions').toLowerCase()}`]
  const was = before.definition
  const [old, now] = [settingsOf(was), settingsOf(is)]
  const settings = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).filter((part) => !isEqual(old[part], now[part]))
  return [
    ...(before.touchpoint === after.touchpoint ? [] : ['Answers go to another touchpoint']),
    ...ofQuestions(was.questions, is.questions),
    ...(was.title === is.title && was.company === is.company ? [] : ['Title or name of who asks changed']),
    ...(isEqual(was.thanks, is.thanks) ? [] : ['The thanks changed']),
    ...ofLanguages(was, is),
    ...settings.map((part) => SETTINGS[part]),
  ]
}
