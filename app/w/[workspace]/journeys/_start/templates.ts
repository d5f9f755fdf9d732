import { sentence } from '#lib/sentence'
import { TEMPLATES, TEMPLATE_IDS, type Template, type TemplateId } from '#lib/surveys/templates'
import { readVoice } from '../../../../_refusals/refusal'

export type Offer = { id: TemplateId; name: string; stages: string[]; about: string | null }

/** What a form needs to know of the templates; the rest of them stays on the server. */
export async function readOffers(): Promise<Offer[]> {
  const voice = await readVoice()
  const said = (text: string) => voice(sentence(text))
  return TEMPLATE_IDS.map((id) => {
    const template: Template = TEMPLATES[id]
    const stages = template.stages.map((stage) => said(stage.name))
    return stages.length > 0
      ? { id, name: said(template.name), stages, about: stages.join(', ') }
      : { id, name: said(template.name), stages: [said('First stage'), said('Second stage')], about: null }
  })
}
