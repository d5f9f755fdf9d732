import deCampaigns from './de/campaigns.json'
import deEditor from './de/editor.json'
import deExchange from './de/exchange.json'
import deLive from './de/live.json'
import deMap from './de/map.json'
import dePanel from './de/panel.json'
import dePersonas from './de/personas.json'
import deShares from './de/shares.json'
import deShow from './de/show.json'
import deVersions from './de/versions.json'
import enCampaigns from './en/campaigns.json'
import enEditor from './en/editor.json'
import enExchange from './en/exchange.json'
import enLive from './en/live.json'
import enMap from './en/map.json'
import enPanel from './en/panel.json'
import enPersonas from './en/personas.json'
import enShares from './en/shares.json'
import enShow from './en/show.json'
import enVersions from './en/versions.json'
import type {} from 'use-intl'
import type { Language } from './languages'

const en = { campaigns: enCampaigns, editor: enEditor, exchange: enExchange, live: enLive, map: enMap, panel: enPanel, personas: enPersonas, shares: enShares, show: enShow, versions: enVersions }
const de: Words = { campaigns: deCampaigns, editor: deEditor, exchange: deExchange, live: deLive, map: deMap, panel: dePanel, personas: dePersonas, shares: deShares, show: deShow, versions: deVersions }

export type Words = typeof en

/** Every text of the interface, by language. A language that lacks one does not compile. */
export const CATALOGUE: Readonly<Record<Language, Words>> = { en, de }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Words
  }
}
