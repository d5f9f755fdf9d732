import type { Gap } from '#lib/maps/gaps/types'
import type { CampaignWords } from '../_campaigns/words'

type Stage = { key: string; name: string }

/** What is missing, in a sentence, in two words, and what mends it. */
export function gapWords({ kind, days, survey }: Gap, { name }: Stage, t: CampaignWords['t']): { says: string; short: string; mend: string } {
  const mend = t(`gap.mend.${kind === 'answers' && survey === null ? 'survey' : kind}`)
  if (kind !== 'answers') return { says: t(`gap.says.${kind}`, { stage: name }), short: t(`gap.short.${kind}`), mend }
  if (days === null) return { says: t('gap.says.never', { stage: name }), short: t('gap.short.never'), mend }
  return { says: t('gap.says.answers', { stage: name, days }), short: t('gap.short.answers', { days }), mend }
}

/** Where it is mended, with the stage chosen already. Answers come by the survey that asks; without one, by a new one. */
export function mendHref({ kind, stage, survey }: Gap, { slug, journey }: { slug: string; journey: string }): string {
  const base = `/w/${slug}/journeys/${journey}`
  const at = `stage=${encodeURIComponent(stage)}`
  if (kind === 'campaign') return `${base}/campaigns?new=1&${at}`
  if (kind === 'answers' && survey !== null) return `/w/${slug}/surveys/${survey}#share`
  if (kind === 'survey' || kind === 'answers') return `/w/${slug}/surveys/new?journey=${encodeURIComponent(journey)}&${at}`
  return `${base}/edit#${kind === 'touchpoint' ? `add/touchpoint/${stage}` : `lane/${kind}/stage/${stage}`}`
}
