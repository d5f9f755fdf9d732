import type { useWords } from '#words'
import type { Audience, Campaign } from '#lib/campaigns/types'
import type { MapCampaign } from '#lib/maps/campaigns/types'
import type { Say } from '#lib/words/say'

type Texts = ReturnType<typeof useWords<'campaigns'>>

/** What campaigns and gaps are written with. */
export type CampaignWords = { t: Texts; say: Say }

type Days = Pick<Campaign, 'starts' | 'ends'>

/** The year goes without saying where it is this one. */
const withoutYear = (text: string, year: string) => (text.endsWith(` ${year}`) ? text.slice(0, -5) : text)

/** "3–20 Nov", "from 15 Nov", or "always on" where nobody remembers its first day: it was there before the days that are looked at. */
export function whenOf({ t, say }: CampaignWords, { starts, ends }: Days, { from, to }: { from: string; to: string }): string {
  const year = to.slice(0, 4)
  if (ends !== null) return starts.slice(0, 4) === ends.slice(0, 4) ? withoutYear(say.days(starts, ends), year) : say.days(starts, ends)
  return starts < from ? t('always') : t('from', { day: withoutYear(say.day(starts), year) })
}

export const audienceOf = ({ t }: Pick<CampaignWords, 't'>, { persona, personaName, audience }: Audience & { personaName?: string | null }): string =>
  audience ?? personaName ?? persona ?? t('everybody')

export const namesOf = (keys: readonly string[], stages: readonly { key: string; name: string }[]): string =>
  stages.flatMap(({ key, name }) => (keys.includes(key) ? [name] : [])).join(', ')

type Shown = { from: string; to: string; stages: readonly { key: string; name: string }[] }

/** What a screen reader says of a bar. */
export const sentenceOf = (words: CampaignWords, campaign: MapCampaign, map: Shown): string =>
  words.t('lane.part', {
    name: campaign.name,
    when: whenOf(words, campaign, map),
    channel: campaign.channel,
    audience: audienceOf(words, campaign),
    stages: namesOf(campaign.stages, map.stages),
    state: words.t(`state.${campaign.state}`),
  })
