import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { insertJourney } from '#lib/journeys/create'
import { Name, TimeZone } from '#lib/journeys/input'
import { loadStructure } from '#lib/journeys/structure'
import { allow } from '#lib/permission'
import { inEnglish, sentence } from '#lib/sentence'
import { TEMPLATE_IDS, TEMPLATES, type Template } from './templates'
import { wording } from './wording'
import { insertSurvey } from './write'

export const StartJourney = z.strictObject({
  template: z.enum(TEMPLATE_IDS),
  name: Name.optional(),
  company: Name,
  timeZone: TimeZone.default('UTC'),
})

const BLANK = [sentence('First stage'), sentence('Second stage')]

/** A journey from a template, with a draft survey for each of its stages, in a language of `voice`; `company` is the name that customers know. */
export async function startJourney(ctx: Context, input: unknown, voice = inEnglish, language = 'en'): Promise<{ id: string; key: string; name: string; surveys: string[] }> {
  allow(ctx, 'journey.write')
  allow(ctx, 'survey.write')
  const { template: id, name, company, timeZone } = StartJourney.parse(input)
  const template: Template = TEMPLATES[id]
  const said = (text: string) => voice(sentence(text))
  const stages = template.stages.map((s) => ({ name: said(s.name), touchpoints: s.touchpoints.map(([name, channel]) => ({ name: said(name), channel })) }))
  const blank = BLANK.map((name) => ({ name: voice(name), touchpoints: [] }))
  return inWorkspace(ctx, async (tx) => {
    const journey = await insertJourney(tx, ctx, { name: name ?? said(template.name), timeZone, stages: stages.length > 0 ? stages : blank })
    const structure = await loadStructure(tx, ctx.workspaceId, journey.id)
    const surveys: string[] = []
    for (const { name: stageName, survey } of template.stages) {
      const stage = structure?.stages.find((s) => s.name === said(stageName))
      const touchpoint = structure?.touchpoints.find((t) => t.stageKey === stage?.key && t.name === said(survey.at))
      const title = said(survey.name)
      const definition = wording(title, company, survey.asked, voice, language)
      surveys.push(await insertSurvey(tx, ctx, { journeyId: journey.id, touchpoint: touchpoint?.key ?? null, name: title, definition }))
    }
    return { ...journey, surveys }
  })
}
