import type { Definition, Question } from './definition'
import { settingsOf } from './settings'

type OfQuestion = 'added' | 'removed' | 'reworded' | 'labels' | 'needed' | 'optional' | 'others' | 'everybody' | 'questionPlace' | 'reversed' | 'offered'
type OfSettings = 'look' | 'window' | 'privacy' | 'access' | 'rules' | 'protection'

/** What differs, and in whose words: texts as they are now, languages by their codes. */
export type Change =
  | { is: 'first'; questions: number }
  | { is: OfQuestion; question: string }
  | { is: 'answerAdded' | 'answerRemoved' | 'answerRenamed'; answer: string; question: string }
  | { is: 'languageAdded' | 'languageRemoved' | 'translations' | 'language'; languages: readonly string[] }
  | { is: 'place' | 'order' | 'titles' | 'thanks' | OfSettings }

type Side = { definition: Definition; touchpoint: string | null }

const isEqual = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}

function ofOptions(before: Question, after: Question): Change[] {
  const question = after.text
  const [was, is] = [before.options ?? [], after.options ?? []]
  const gone = was.filter(({ id }) => !is.some((option) => option.id === id))
  const added = is.filter(({ id }) => !was.some((option) => option.id === id))
  const renamed = is.filter(({ id, label }) => was.some((option) => option.id === id && option.label !== label))
  return [
    ...added.map(({ label }) => ({ is: 'answerAdded' as const, answer: label, question })),
    ...gone.map(({ label }) => ({ is: 'answerRemoved' as const, answer: label, question })),
    ...renamed.map(({ label }) => ({ is: 'answerRenamed' as const, answer: label, question })),
  ]
}

function ofQuestion(before: Question, after: Question): Change[] {
  const differs = (...parts: (keyof Question)[]) => parts.some((part) => !isEqual(before[part], after[part]))
  const found: readonly (OfQuestion | false)[] = [
    before.text !== after.text && 'reworded',
    differs('hint', 'low', 'high') && 'labels',
    before.required !== after.required && (after.required ? 'needed' : 'optional'),
    differs('when') && (after.when ? 'others' : 'everybody'),
    before.touchpoint !== after.touchpoint && 'questionPlace',
    differs('reversed') && 'reversed',
    differs('most', 'shuffle') && 'offered',
  ]
  return [...found.flatMap((is) => (is ? [{ is, question: after.text }] : [])), ...ofOptions(before, after)]
}

function ofQuestions(before: readonly Question[], after: readonly Question[]): Change[] {
  const wasOf = (id: string) => before.find((q) => q.id === id)
  const kept = after.filter(({ id }) => wasOf(id))
  const order = before.filter(({ id }) => kept.some((q) => q.id === id)).map(({ id }) => id)
  return [
    ...after.filter(({ id }) => !wasOf(id)).map(({ text }) => ({ is: 'added' as const, question: text })),
    ...before.filter(({ id }) => !after.some((q) => q.id === id)).map(({ text }) => ({ is: 'removed' as const, question: text })),
    ...kept.flatMap((question) => {
      const was = wasOf(question.id)
      return was ? ofQuestion(was, question) : []
    }),
    ...(kept.every(({ id }, i) => order[i] === id) ? [] : [{ is: 'order' as const }]),
  ]
}

function ofLanguages(before: Definition, after: Definition): Change[] {
  const was: Readonly<Record<string, unknown>> = before.translations ?? {}
  const is: Readonly<Record<string, unknown>> = after.translations ?? {}
  const changed = Object.keys(is).filter((to) => to in was && !isEqual(was[to], is[to]))
  return [
    ...Object.keys(is).filter((to) => !(to in was)).map((to) => ({ is: 'languageAdded' as const, languages: [to] })),
    ...Object.keys(was).filter((to) => !(to in is)).map((to) => ({ is: 'languageRemoved' as const, languages: [to] })),
    ...(changed.length > 0 ? [{ is: 'translations' as const, languages: changed }] : []),
    ...(before.language === after.language ? [] : [{ is: 'language' as const, languages: [after.language] }]),
  ]
}

const SETTINGS = ['look', 'window', 'privacy', 'access', 'rules', 'protection'] as const

/** What is different for people between two versions; nothing to compare with: its first questions. */
export function changesBetweenVersions(before: Side | null, after: Side): Change[] {
  const is = after.definition
  if (!before) return [{ is: 'first', questions: is.questions.length }]
  const was = before.definition
  const [old, now] = [settingsOf(was), settingsOf(is)]
  const settings = SETTINGS.filter((part) => !isEqual(old[part], now[part]))
  return [
    ...(before.touchpoint === after.touchpoint ? [] : [{ is: 'place' as const }]),
    ...ofQuestions(was.questions, is.questions),
    ...(was.title === is.title && was.company === is.company ? [] : [{ is: 'titles' as const }]),
    ...(isEqual(was.thanks, is.thanks) ? [] : [{ is: 'thanks' as const }]),
    ...ofLanguages(was, is),
    ...settings.map((part) => ({ is: part })),
  ]
}
