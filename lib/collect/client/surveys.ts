import { notFound } from '#lib/errors'
import { lookUp } from '../lookup'
import type { Verb } from './call'

/** What a survey asks. Whom it asks, how often and from where is nobody's business but its team's. */
export const getSurvey: Verb = async (ctx, _, id) => {
  const known = await lookUp(ctx, id)
  if (!known || known.survey.kind === 'import') throw notFound('survey')
  const { survey, structure } = known
  const { version, state, touchpoint } = survey
  const { rules: _rules, access: _access, protection: _protection, ...shown } = survey.definition
  return { status: 200, data: { id: survey.id, version, state, journey: structure.key, touchpoint, ...shown }, cache: 'public, max-age=5' }
}
