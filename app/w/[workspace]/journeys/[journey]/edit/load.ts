import type { Context } from '#lib/context'
import { readDraft } from '#lib/journeys/draft/read'
import type { Draft } from '#lib/journeys/draft/definition'
import { readJourney } from '#lib/journeys/read'
import type { MapStage } from '#lib/maps/types'
import type { Say } from '#lib/words/say'
import { readSay } from '../../../../../_words/server'
import { readUsualMap } from '../_filter/earlier'
import type { Beside, MeasuredStage } from './_draft/editing'

const measuredAt = (say: Say, { emotion: { value, low, high, suppressed }, emotion }: MapStage): MeasuredStage => ({
  index: value, low, high, text: say.value(emotion), hidden: suppressed,
})

/** The draft, the surveys that ask at its touchpoints, and what was measured in the last 90 days, else in all days before. */
export async function loadEditor(ctx: Context, journey: string): Promise<{ draft: Draft; beside: Beside }> {
  const draft = await readDraft(ctx, { journey })
  const { stages, timeZone } = await readJourney(ctx, { journey })
  const map = await readUsualMap(ctx, journey)
  const say = await readSay()
  const surveys = stages.flatMap((stage) => stage.touchpoints).filter((t) => t.surveys.length > 0)
  return {
    draft,
    beside: {
      timeZone,
      surveys: Object.fromEntries(surveys.map((t) => [t.key, t.surveys])),
      measured: Object.fromEntries(map.stages.map((stage) => [stage.key, measuredAt(say, stage)])),
    },
  }
}
