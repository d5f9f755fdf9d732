import type { Given } from './types'

/** How far this person is; it lives in the history entry, so a reload goes on and a new visit begins anew. */
export type Progress = {
  surveyId: string
  submissionId: string
  revision: number
  /** What the last revision said, as JSON: the same again is sent under the same number. */
  sent: string
  view: 'first' | 'rest' | 'thanks'
  given: Given
}

export function readProgress(surveyId: string): Progress | null {
  const state = history.state as Partial<Progress> | null
  return state?.surveyId === surveyId && state.submissionId && state.view ? (state as Progress) : null
}

export function keepProgress(progress: Progress): void {
  try {
    history.replaceState(progress, '')
  } catch {
    // A frame may be denied its history; then a reload begins anew.
  }
}

/** Other content is a new revision, the same content again is the same: collect counts neither twice. */
export function nextRevision({ revision, sent }: Pick<Progress, 'revision' | 'sent'>, content: string): number {
  return content === sent ? revision : revision + 1
}
