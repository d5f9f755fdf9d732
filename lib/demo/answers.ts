import { Submission } from '#lib/collect/input'
import { nameId } from '#lib/ids'
import { bucketOf } from '#lib/stats/buckets'
import { type AskedInstrument, SCALES } from '#lib/stats/instruments'
import { stepOf } from '#lib/stats/tally'
import type { Definition, Question } from '#lib/surveys/definition'
import { normal, pick, type Random, seeded } from './chance'
import { type Customer, customerAt, makeCustomers, MOMENT } from './customers'
import { SCENES, type Scene, VARIANTS } from './story'

export const DAYS = 364
const ANSWERS = 3200
/** How widely feelings spread among people of whom nothing else is known. */
const STRANGER = 0.42

/** What somebody with this feeling, from -1 to 1, answers on the scale of a question. */
function scoreOf(instrument: AskedInstrument, feeling: number, random: Random): number {
  const felt = Math.max(-1, Math.min(1, feeling + 0.18 * normal(random)))
  if (instrument === 'sentiment') return Math.round(felt * 2) / 2 + 0
  const { lo, hi } = SCALES[instrument]
  return lo + Math.round(((felt + 1) / 2) * (hi - lo))
}

const isScored = (instrument: Question['instrument']): instrument is AskedInstrument => instrument in SCALES

function dataOf(definition: Definition, said: Scene['said'][string] | undefined, feeling: number, random: Random): Record<string, number | string> {
  const data: Record<string, number | string> = {}
  // Who gave a low score writes what was wrong: by the first score, and by the feeling where that lies between.
  let mood: ReturnType<typeof bucketOf> = 'neutral'
  for (const question of definition.questions) {
    const { instrument } = question
    if (isScored(instrument)) {
      if (!question.required && random() >= 0.8) continue
      const score = scoreOf(instrument, feeling, random)
      data[question.id] = score
      if (mood === 'neutral') mood = bucketOf(instrument, stepOf(instrument, instrument === 'sentiment' ? Math.round(100 * score) : score))
    } else if (instrument === 'comment' && said && random() < 0.3) {
      const isGlad = mood === 'neutral' ? feeling > 0.3 : mood === 'positive'
      data[question.id] = pick(isGlad ? said.glad : said.sad, random, () => 1)
    }
  }
  return data
}

/** What is known of a customer at an answer; whether they renewed is known of those who use the product already. */
function attributesOf({ plan, renewed }: Customer, { stage }: Scene): Record<string, string> {
  const isCustomer = stage === 'use-support' || stage === 'renewal'
  return isCustomer ? { plan, renewed: renewed ? 'yes' : 'no' } : { plan }
}

/** Answers of a year, oldest first: generated, marked so on screen, and taken in by the same way as everybody's. */
export function* demoAnswers(workspaceId: string, surveys: ReadonlyMap<string, { id: string; definition: Definition }>, now: Date) {
  const random = seeded(20)
  const who = seeded(21)
  const customers = makeCustomers(SCENES, who)
  const ages = Array.from({ length: ANSWERS }, () => Math.pow(random(), 1.15) * DAYS).sort((a, b) => b - a)
  for (const [i, daysAgo] of ages.entries()) {
    const scene = pick(SCENES, random, (s) => s.share)
    const survey = surveys.get(scene.survey)
    if (!survey) continue
    const place = pick(scene.places, random, (p) => p.weight)
    const customer = customerAt(customers, i / ANSWERS, scene.stage, who)
    const variant = place.touchpoint === VARIANTS.touchpoint ? pick(VARIANTS.shown, who, () => 1) : undefined
    const mood = (scene.turn && daysAgo <= scene.turn.daysAgo ? scene.turn.to : scene.mood) + place.lift + (variant?.lift ?? 0)
    const own = customer ? customer.moodAt(scene.stage) + MOMENT * normal(random) : STRANGER * normal(random)
    const feeling = Math.max(-1, Math.min(1, mood + own))
    yield Submission.parse({
      submissionId: nameId(`demo answer ${i}`, workspaceId),
      surveyId: survey.id,
      data: dataOf(survey.definition, scene.said[place.touchpoint], feeling, random),
      finished: true,
      touchpoint: place.touchpoint,
      channel: place.channel,
      occurredAt: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
      ...(variant ? { variant: variant.name } : {}),
      ...(customer ? { userId: customer.userId, attributes: attributesOf(customer, scene) } : {}),
    })
  }
}
