import { formatMoment } from '#lib/stats/format-date'
import type { Definition } from '#lib/surveys/definition'
import { type Settings, settingsOf } from '#lib/surveys/settings'
import { languageName } from '../languages/names'
import { progressOf } from '../languages/texts'

const list = (...parts: (string | false | undefined)[]): string => {
  const text = parts.filter(Boolean).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const FORMS = { popup: 'popup', slide: 'slide-in', button: 'feedback button' } as const
const OFTEN = { displayOnce: 'once', displayMultiple: 'until answered', displaySome: 'a few times', respondMultiple: 'again and again' } as const

export function lookSummary({ look }: Settings): string {
  const theme = look.theme === 'auto' ? 'light and dark' : `always ${look.theme}`
  return list(look.accent ? look.accent : 'our colour', theme, look.steps === 'one' ? 'one question at a time' : 'all on one page')
}

export function askingSummary({ window, rules }: Settings): string {
  const pages = rules.pages?.filter(({ value }) => value.trim() !== '').length ?? 0
  const trigger = rules.event ? `on ${rules.event}` : pages > 0 ? `on ${pages === 1 ? 'one page rule' : `${pages} page rules`}` : 'when your code shows it'
  return list(
    `${FORMS[window.form]} ${trigger}`,
    OFTEN[rules.displayOption],
    rules.attributes?.some(({ name }) => name.trim() !== '') && 'only some people',
    rules.displayPercentage < 100 && `${rules.displayPercentage} of a hundred`,
  )
}

export function accessSummary({ access }: Settings, zone: string): string {
  return list(
    access.who === 'anyone' ? 'anyone' : 'invited people only',
    access.origins.length > 0 && (access.origins.length === 1 ? 'one site' : `${access.origins.length} sites`),
    access.opensAt && `from ${formatMoment(new Date(access.opensAt), zone)}`,
    access.closesAt && `until ${formatMoment(new Date(access.closesAt), zone)}`,
    access.mostAnswers !== undefined && `at most ${access.mostAnswers.toLocaleString('en')} answers`,
  )
}

const MODES = {
  anonymous: 'Anonymous: no id is kept',
  pseudonymous: 'Pseudonymous: a hash of the id is kept',
  identified: 'Identified: the id is kept',
} as const

export const privacySummary = ({ privacy }: Settings): string => MODES[privacy.mode]

export const protectionSummary = ({ protection }: Settings): string => (protection.work ? 'Each browser computes for a moment' : 'The usual, quiet checks')

export function languagesSummary(definition: Definition): string {
  const others = Object.keys(definition.translations ?? {}).map((code) => {
    const { done, of } = progressOf(definition, code)
    return done === of ? languageName(code) : `${languageName(code)} (${done} of ${of})`
  })
  return list(languageName(definition.language), ...others)
}

export const summariesOf = (definition: Definition, zone: string) => {
  const settings = settingsOf(definition)
  return {
    look: lookSummary(settings),
    asking: askingSummary(settings),
    access: accessSummary(settings, zone),
    privacy: privacySummary(settings),
    protection: protectionSummary(settings),
    languages: languagesSummary(definition),
  }
}
