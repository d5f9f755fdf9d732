import { Submission } from '#lib/collect/input'
import { nameId } from '#lib/ids'
import { SCALES } from '#lib/stats/instruments'
import type { Definition, Question } from '#lib/surveys/definition'
import { SCENES, type Scene } from './story'

export const DAYS = 364
const PEOPLE = 3200

/** A small generator with a fixed seed (mulberry32), so that every demo tells the same story. */
function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

function pick<T>(from: readonly T[], random: Random, weight: (item: T) => number): T {
  let left = random() * from.reduce((sum, item) => sum + weight(item), 0)
  const found = from.find((item) => (left -= weight(item)) < 0) ?? from[0]
  if (found === undefined) throw new Error('there is nothing to pick from')
  return found
}

/** What somebody with this feeling, from -1 to 1, answers on the scale of a question. */
function scoreOf({ instrument }: Question & { instrument: Exclude<Question['instrument'], 'comment'> }, feeling: number, random: Random): number {
  const felt = Math.max(-1, Math.min(1, feeling + 0.18 * normal(random)))
  if (instrument === 'sentiment') return Math.round(felt * 2) / 2 + 0
  const { lo, hi } = SCALES[instrument]
  return lo + Math.round(((felt + 1) / 2) * (hi - lo))
}

function dataOf(definition: Definition, scene: Scene, feeling: number, random: Random): Record<string, number | string> {
  const data: Record<string, number | string> = {}
  for (const question of definition.questions) {
    if (question.instrument !== 'comment') {
      if (question.required || random() < 0.8) data[question.id] = scoreOf({ ...question, instrument: question.instrument }, feeling, random)
    } else if (random() < 0.3) {
      data[question.id] = pick(feeling > 0.3 ? scene.glad : scene.sad, random, () => 1)
    }
  }
  return data
}

/** Answers of a year, oldest first: generated, marked so on screen, and taken in by the same way as everybody's. */
export function* demoAnswers(workspaceId: string, surveys: ReadonlyMap<string, { id: string; definition: Definition }>, now: Date) {
  const random = seeded(20)
  const ages = Array.from({ length: PEOPLE }, () => Math.pow(random(), 1.15) * DAYS).sort((a, b) => b - a)
  for (const [i, daysAgo] of ages.entries()) {
    const scene = pick(SCENES, random, (s) => s.share)
    const survey = surveys.get(scene.survey)
    if (!survey) continue
    const place = pick(scene.places, random, (p) => p.weight)
    const mood = (scene.turn && daysAgo <= scene.turn.daysAgo ? scene.turn.to : scene.mood) + place.lift
    const feeling = Math.max(-1, Math.min(1, mood + 0.42 * normal(random)))
    yield Submission.parse({
      submissionId: nameId(`demo answer ${i}`, workspaceId),
      surveyId: survey.id,
      data: dataOf(survey.definition, scene, feeling, random),
      finished: true,
      touchpoint: place.touchpoint,
      channel: place.channel,
      occurredAt: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
    })
  }
}
