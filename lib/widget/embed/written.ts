import { formTree, thanksTree } from '../form'
import { STYLE } from '../style'
import type { Tree } from '../tree'
import type { AskedSurvey, Piped } from '../types'

/**
 * What the server writes of a survey for the widget: its form and the look of just that form. The widget need not bring along how
 * they are made, and a page that stays with an old build of it still shows both as they belong together.
 */
export type Written = { tree: Tree; thanks: Tree; css: string }

export const writtenFor = (survey: AskedSurvey, piped: Piped, submissionId: string): Written => ({
  tree: formTree(survey, { piped, fields: { submissionId } }),
  thanks: thanksTree(survey, piped),
  css: STYLE + survey.colours,
})
