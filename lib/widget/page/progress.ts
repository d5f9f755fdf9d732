import type { Progress } from '../run'

// It lives in the history entry, so a reload goes on and a new visit begins anew. A change of language is another entry:
// across it the session's storage carries it, once.

/** With the display that was told of it, so that it is told once. */
type Page = Progress & { displayId?: string | undefined }
type Kept = Page & { surveyId: string }

const keyOf = (surveyId: string) => `wayfelt.${surveyId}`

function carried(surveyId: string): Kept | null {
  try {
    const text = sessionStorage.getItem(keyOf(surveyId))
    sessionStorage.removeItem(keyOf(surveyId))
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

export function readProgress(surveyId: string): Page | null {
  const state = carried(surveyId) ?? (history.state as Kept | null)
  return state && state.surveyId === surveyId && state.submissionId ? state : null
}

export function keepProgress(surveyId: string, progress: Page | null): void {
  try {
    history.replaceState(progress && { ...progress, surveyId }, '')
  } catch {
    // A frame may be denied its history; then a reload begins anew.
  }
}

/** What is given goes along to the same survey in another language. */
export function carryProgress(surveyId: string): void {
  try {
    sessionStorage.setItem(keyOf(surveyId), JSON.stringify(history.state))
  } catch {
    // Without storage the other language begins anew.
  }
}
