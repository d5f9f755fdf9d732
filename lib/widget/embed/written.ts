import { formTree, thanksTree } from '../form'
import { STYLE } from '../style'
import type { Tree } from '../tree'
import type { AskedSurvey, Piped } from '../types'

// In a window the form is smaller, and leaves room for the cross.
const SMALL = `.card h2{font-size:16px}.card h2,.card .where{padding-inline-end:28px}.card .send{margin-top:18px}
.card .rated,.card .boxes,.card textarea,.card .question>[type=text]{margin-top:14px}.card .scale .cell{height:54px;padding-top:24px}
.card .scale input{top:9px}.card .faces .cell{height:80px}`

/**
 * What the server writes of a survey for the widget: its form and the look of just that form. The widget need not bring along how
 * they are made, and a page that stays with an old build of it still shows both as they belong together.
 */
export type Written = { tree: Tree; thanks: Tree; css: string }

export const writtenFor = (survey: AskedSurvey, piped: Piped, submissionId: string): Written => ({
  tree: formTree(survey, { piped, fields: { submissionId } }),
  thanks: thanksTree(survey, piped),
  css: STYLE + survey.colours + SMALL,
})
