import { TEMPLATES, TEMPLATE_IDS, type Template, type TemplateId } from '#lib/surveys/templates'

export type Offer = { id: TemplateId; name: string; stages: string[]; about: string | null }

/** What a form needs to know of the templates; the rest of them stays on the server. */
export const offers = (): Offer[] =>
  TEMPLATE_IDS.map((id) => {
    const template: Template = TEMPLATES[id]
    const stages = template.stages.map((stage) => stage.name)
    return stages.length > 0
      ? { id, name: template.name, stages, about: stages.join(', ') }
      : { id, name: template.name, stages: ['First stage', 'Second stage'], about: null }
  })
