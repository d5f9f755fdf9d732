import type { useWords } from '#words'
import type { Audience, Campaign } from '#lib/campaigns/types'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import { formatDay, formatDays } from '#lib/stats/format-date'

export type Say = ReturnType<typeof useWords<'campaigns'>>

type Days = Pick<Campaign, 'starts' | 'ends'>

/** The year goes without saying where it is this one. */
const withoutYear = (text: string, year: string) => (text.endsWith(` ${year}`) ? text.slice(0, -5) : text)

/** "3–20 Nov", "from 15 Nov", or "always on" where nobody remembers its first day: it was there before the days that are looked at. */
export function whenOf({ starts, ends }: Days, t: Say, { from, to }: { from: string; to: string }): string {
  const year = to.slice(0, 4)
  if (ends !== null) return starts.slice(0, 4) === ends.slice(0, 4) ? withoutYear(formatDays(starts, ends), year) : formatDays(starts, ends)
  return starts < from ? t('always') : t('from', { day: withoutYear(formatDay(starts), year) })
}

export const audienceOf = ({ persona, personaName, audience }: Audience & { personaName?: string | null }, t: Say): string =>
  audience ?? personaName ?? persona ?? t('everybody')

export const namesOf = (keys: readonly string[], stages: readonly { key: string; name: string }[]): string =>
  stages.flatMap(({ key, name }) => (keys.includes(key) ? [name] : [])).join(', ')

type Shown = { from: string; to: string; stages: readonly { key: string; name: string }[] }

/** What a screen reader says of a bar. */
export const sentenceOf = (campaign: MapCampaign, t: Say, map: Shown): string =>
  t('lane.part', {
    name: campaign.name,
    when: whenOf(campaign, t, map),
    channel: campaign.channel,
    audience: audienceOf(campaign, t),
    stages: namesOf(campaign.stages, map.stages),
    state: t(`state.${campaign.state}`),
  })
