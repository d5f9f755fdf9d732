import type { Definition } from '#lib/surveys/definition'
import { type Settings, settingsOf } from '#lib/surveys/settings'
import type { Say } from '#lib/words/say'
import type { EditorWords } from '../instruments'
import { languageName } from '../languages/names'
import { progressOf } from '../languages/texts'

const list = (...parts: (string | false | undefined)[]): string => {
  const text = parts.filter(Boolean).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const lookSummary = (t: EditorWords, { look }: Settings): string =>
  list(look.accent ? look.accent : t('summary.ours'), t(`summary.theme.${look.theme}`), t(`summary.steps.${look.steps}`))

function askingSummary(t: EditorWords, { window, rules }: Settings): string {
  const pages = rules.pages?.filter(({ value }) => value.trim() !== '').length ?? 0
  const form = t(`summary.forms.${window.form}`)
  return list(
    rules.event ? t('summary.onEvent', { form, event: rules.event }) : pages > 0 ? t('summary.onPages', { form, n: pages }) : t('summary.onCall', { form }),
    t(`summary.often.${rules.displayOption}`),
    rules.attributes?.some(({ name }) => name.trim() !== '') && t('summary.some'),
    rules.displayPercentage < 100 && t('summary.percentage', { n: rules.displayPercentage }),
  )
}

function accessSummary(t: EditorWords, say: Say, { access }: Settings, zone: string): string {
  const moment = (at: string) => say.moment(new Date(at), zone)
  return list(
    t(`summary.who.${access.who}`),
    access.origins.length > 0 && t('summary.sites', { n: access.origins.length }),
    access.opensAt && t('summary.opens', { moment: moment(access.opensAt) }),
    access.closesAt && t('summary.closes', { moment: moment(access.closesAt) }),
    access.mostAnswers !== undefined && t('summary.most', { count: say.number(access.mostAnswers) }),
  )
}

function languagesSummary(t: EditorWords, say: Say, definition: Definition): string {
  const nameOf = (code: string) => languageName(code, say.language)
  const others = Object.keys(definition.translations ?? {}).map((code) => {
    const { done, of } = progressOf(definition, code)
    return done === of ? nameOf(code) : t('summary.language', { language: nameOf(code), done, of })
  })
  return list(nameOf(definition.language), ...others)
}

/** What is set, a line for each part of the settings. */
export const summariesOf = (t: EditorWords, say: Say, definition: Definition, zone: string) => {
  const settings = settingsOf(definition)
  return {
    look: lookSummary(t, settings),
    asking: askingSummary(t, settings),
    access: accessSummary(t, say, settings, zone),
    privacy: t(`summary.privacy.${settings.privacy.mode}`),
    protection: settings.protection.work ? t('summary.work') : t('summary.noWork'),
    languages: languagesSummary(t, say, definition),
  }
}
