import { formTree, thanksTree } from '../form'
import { STYLE } from '../style'
import { h, type Tree } from '../tree'
import type { AskedSurvey, Piped } from '../types'

// In a window the form is smaller, and leaves room for the cross.
const SMALL = `.card h2{font-size:16px}.card h2,.card .where{padding-inline-end:28px}.card .send{margin-top:18px}
.card .rated,.card .boxes,.card textarea,.card .question>[type=text]{margin-top:14px}.card .scale .cell{height:54px;padding-top:24px}
.card .scale input{top:9px}.card .faces .cell{height:80px}.kept{margin-top:16px;font-size:12px;color:var(--text-3)}.kept a{color:inherit}`

/** What is kept of whoever answers. A window says it at its foot; a form within a page says it itself. */
const keptTree = ({ words, privacy, privacyLink }: AskedSurvey): Tree =>
  h('p', { class: 'kept' }, words[privacy], ...(privacyLink ? [' · ', h('a', { href: privacyLink, target: '_blank', rel: 'noopener' }, words.privacy)] : []))

/**
 * What the server writes of a survey for the widget: its form and the look of just that form. The widget need not bring along how
 * they are made, and a page that stays with an old build of it still shows both as they belong together.
 */
export type Written = { tree: Tree; thanks: Tree; css: string }

export function writtenFor(survey: AskedSurvey, piped: Piped, submissionId: string, isInline: boolean): Written {
  const form = formTree(survey, { piped, fields: { submissionId } })
  return {
    tree: isInline ? { ...form, children: [...form.children, keptTree(survey)] } : form,
    thanks: thanksTree(survey, piped),
    css: STYLE + survey.colours + SMALL,
  }
}
