import { coloursCss } from '#lib/widget/colours'
import { own } from '#lib/widget/flow'
import type { AskedQuestion, AskedSurvey } from '#lib/widget/types'
import { fill } from '#lib/widget/words'
import type { Definition, Question } from './definition'
import { settingsOf } from './settings'
import type { Translation } from './translation'
import { catalogueOf, chosenLanguage, dirOf } from './words/catalogue'

type Version = { id: string; version: number; definition: Definition }

/** The languages that a survey can be read in, its own first. */
export const languagesOf = ({ language, translations = {} }: Pick<Definition, 'language' | 'translations'>): string[] => [language, ...Object.keys(translations)]

type Told = NonNullable<Translation['questions']>[string]

function askedQuestion(q: Question, said: Told | undefined): AskedQuestion {
  const { id, instrument, required, most, shuffle, when, options } = q
  return {
    id,
    instrument,
    text: said?.text ?? q.text,
    hint: said?.hint ?? q.hint,
    low: said?.low ?? q.low,
    high: said?.high ?? q.high,
    required,
    options: options?.map((option) => ({ id: option.id, label: own(said?.options ?? {}, option.id) ?? option.label })),
    most,
    shuffle,
    when,
  }
}

/** A version of a survey as one respondent sees it: in the first wanted language that it has, else in its own. */
export function askedSurvey({ id, version, definition }: Version, languages: readonly string[]): AskedSurvey {
  const { look, privacy } = settingsOf(definition)
  const language = chosenLanguage(languages, languagesOf(definition)) ?? definition.language
  const said = definition.translations?.[language]
  const { words, messages } = catalogueOf(language)
  const { title, text, link } = definition.thanks
  const { company } = definition
  return {
    id,
    version,
    title: said?.title ?? definition.title,
    company,
    language,
    dir: dirOf(language),
    questions: definition.questions.map((q) => askedQuestion(q, own(said?.questions ?? {}, q.id))),
    thanks: {
      title: said?.thanks?.title ?? title,
      text: (said?.thanks?.text ?? text) || fill(messages.received, { company }),
      link: link && { label: said?.thanks?.label ?? link.label, url: link.url },
    },
    steps: look.steps,
    theme: look.theme,
    accent: look.accent,
    accentDark: look.accentDark,
    colours: coloursCss(look),
    privacy: privacy.mode,
    privacyLink: privacy.link,
    words,
  }
}
