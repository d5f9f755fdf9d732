import type { Definition, Question } from '#lib/surveys/definition'
import type { Translation } from '#lib/surveys/translation'
import type { Draft } from './draft'

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0)

/** An object without what says nothing; null says something: recontactDays means it. */
const filled = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => !isNothing(inner))) as T

/** The same, all the way down. */
const deeply = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? filled(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deeply(inner)])))
    : value

const question = ({ text, when, ...rest }: Question): Question => ({ ...filled({ ...rest, when: when && filled(when) }), text })

function rulesOf(rules: NonNullable<Definition['rules']>): Definition['rules'] {
  const pages = rules.pages?.filter(({ value }) => value.trim() !== '')
  const attributes = rules.attributes
    ?.filter(({ name }) => name.trim() !== '')
    .map(({ value, ...rest }) => (rest.is === 'set' || rest.is === 'notSet' || value === undefined ? rest : { ...rest, value }))
  return filled({ ...rules, pages, attributes })
}

/** Words of a question or an answer that is gone are nobody's; until it is saved an undo still finds them. */
function translationsOf({ translations, questions }: Definition): Definition['translations'] {
  if (!translations) return undefined
  const known = new Map(questions.map(({ id, options }) => [id, new Set(options?.map((option) => option.id))]))
  const ofLanguage = ([to, words = {}]: [string, Translation | undefined]) => {
    const asked = Object.entries(words.questions ?? {}).flatMap(([id, { options = {}, ...rest }]) => {
      const its = known.get(id)
      return its ? [[id, { ...rest, options: Object.fromEntries(Object.entries(options).filter(([option]) => its.has(option))) }]] : []
    })
    return [to, deeply({ ...words, questions: Object.fromEntries(asked) })]
  }
  return Object.fromEntries(Object.entries(translations).map(ofLanguage)) as Definition['translations']
}

const linkOf = (link: Definition['thanks']['link']) => (link && (link.label.trim() || link.url.trim()) ? { link } : {})

/** What is optional and empty is left out: an empty label is none, a setting that is taken back is as usual. */
export function cleaned({ name, touchpoint, definition }: Draft): Draft {
  const { title, company, language, questions, thanks, look, window, privacy, access, rules, protection } = definition
  const settings = filled({
    translations: translationsOf(definition),
    look: look && filled(look),
    window: window && filled(window),
    privacy: privacy && filled(privacy),
    access: access && filled({ ...access, origins: access.origins?.filter((origin) => origin.trim() !== '') }),
    rules: rules && rulesOf(rules),
    protection: protection && filled(protection),
  })
  const words = { title: thanks.title, text: thanks.text, ...linkOf(thanks.link) }
  return { name, touchpoint, definition: { title, company, language, questions: questions.map(question), thanks: words, ...settings } }
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
    : Array.isArray(value)
      ? value.map(sorted)
      : value

/** Do two definitions say the same? The database keeps keys in an order of its own. */
export const isSame = (a: Definition | null, b: Definition | null): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
