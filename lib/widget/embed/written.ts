import { formTree, thanksTree } from '../form'
import { COLOURS } from '../style'
import type { Tree } from '../tree'
import type { AskedSurvey, Piped } from '../types'

/** What the server writes of a survey for the widget, which so need not bring along how a form is made. */
export type Written = { tree: Tree; thanks: Tree; colours: string }

export const writtenFor = (survey: AskedSurvey, piped: Piped, submissionId: string): Written => ({
  tree: formTree(survey, { piped, fields: { submissionId } }),
  thanks: thanksTree(survey, piped),
  colours: COLOURS + survey.colours,
})
