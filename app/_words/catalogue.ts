import deAnswers from './de/answers.json'
import deAuth from './de/auth.json'
import deBar from './de/bar.json'
import deCampaigns from './de/campaigns.json'
import deCompare from './de/compare.json'
import deEditor from './de/editor.json'
import deExchange from './de/exchange.json'
import deExplain from './de/explain.json'
import deHeadline from './de/headline.json'
import deHelp from './de/help.json'
import deImports from './de/imports.json'
import deJourneys from './de/journeys.json'
import deLive from './de/live.json'
import deMap from './de/map.json'
import deNumbers from './de/numbers.json'
import dePain from './de/pain.json'
import dePanel from './de/panel.json'
import dePersonas from './de/personas.json'
import deQuestions from './de/questions.json'
import deSettings from './de/settings.json'
import deShares from './de/shares.json'
import deShow from './de/show.json'
import deSurveys from './de/surveys.json'
import deTrends from './de/trends.json'
import deUi from './de/ui.json'
import deVersions from './de/versions.json'
import enAnswers from './en/answers.json'
import enAuth from './en/auth.json'
import enBar from './en/bar.json'
import enCampaigns from './en/campaigns.json'
import enCompare from './en/compare.json'
import enEditor from './en/editor.json'
import enExchange from './en/exchange.json'
import enExplain from './en/explain.json'
import enHeadline from './en/headline.json'
import enHelp from './en/help.json'
import enImports from './en/imports.json'
import enJourneys from './en/journeys.json'
import enLive from './en/live.json'
import enMap from './en/map.json'
import enNumbers from './en/numbers.json'
import enPain from './en/pain.json'
import enPanel from './en/panel.json'
import enPersonas from './en/personas.json'
import enQuestions from './en/questions.json'
import enSettings from './en/settings.json'
import enShares from './en/shares.json'
import enShow from './en/show.json'
import enSurveys from './en/surveys.json'
import enTrends from './en/trends.json'
import enUi from './en/ui.json'
import enVersions from './en/versions.json'
import { createTranslator } from 'use-intl/core'
import { type Say, sayIn } from '#lib/words/say'
import type { Language } from './languages'
import type { Area, Translate } from './translate'

const en = {
  answers: enAnswers,
  auth: enAuth,
  bar: enBar,
  campaigns: enCampaigns,
  compare: enCompare,
  editor: enEditor,
  exchange: enExchange,
  explain: enExplain,
  headline: enHeadline,
  help: enHelp,
  imports: enImports,
  journeys: enJourneys,
  live: enLive,
  map: enMap,
  numbers: enNumbers,
  pain: enPain,
  panel: enPanel,
  personas: enPersonas,
  questions: enQuestions,
  settings: enSettings,
  shares: enShares,
  show: enShow,
  surveys: enSurveys,
  trends: enTrends,
  ui: enUi,
  versions: enVersions,
}

const de: Words = {
  answers: deAnswers,
  auth: deAuth,
  bar: deBar,
  campaigns: deCampaigns,
  compare: deCompare,
  editor: deEditor,
  exchange: deExchange,
  explain: deExplain,
  headline: deHeadline,
  help: deHelp,
  imports: deImports,
  journeys: deJourneys,
  live: deLive,
  map: deMap,
  numbers: deNumbers,
  pain: dePain,
  panel: dePanel,
  personas: dePersonas,
  questions: deQuestions,
  settings: deSettings,
  shares: deShares,
  show: deShow,
  surveys: deSurveys,
  trends: deTrends,
  ui: deUi,
  versions: deVersions,
}

export type Words = typeof en

/** Every text of the interface, by language. A language that lacks one does not compile. */
export const CATALOGUE: Readonly<Record<Language, Words>> = { en, de }

const made = new Map<string, unknown>()

/** The texts of one area in one language; made once, since each message is read when it is first said. */
export function wordsIn<A extends Area>(language: Language, area: A): Translate<A> {
  const name = `${language}.${area}`
  const words = made.get(name) ?? createTranslator<Record<string, object>>({ locale: language, messages: CATALOGUE[language], namespace: area as never })
  made.set(name, words)
  return words as Translate<A>
}

const says = new Map<string, Say>()

/** How numbers and dates are written in one language. */
export function sayOf(language: Language): Say {
  const said = says.get(language) ?? sayIn(language, wordsIn(language, 'numbers'))
  says.set(language, said)
  return said
}
