type What = { workspaceId: string; journeyId?: string; surveyId?: string }
type Listener = (what: What) => void

// Caches live in later folders; whoever changes a journey or survey need not know them. Shared by both module graphs.
const shared = globalThis as typeof globalThis & { wayfeltForget?: Set<Listener> }
const listeners: Set<Listener> = (shared.wayfeltForget ??= new Set())

export const onForget = (listener: Listener): void => void listeners.add(listener)

const tell = (what: What): void => listeners.forEach((listener) => listener(what))

/** After the commit of whatever changed a journey's places: nothing remembered of it may be believed any more. */
export const forgetJourney = (workspaceId: string, journeyId: string): void => tell({ workspaceId, journeyId })

/** After the commit of whatever changed what a survey asks or whether it takes answers. */
export const forgetSurvey = (workspaceId: string, surveyId: string): void => tell({ workspaceId, surveyId })

/** After the commit of whatever changed how often people may be asked. */
export const forgetWorkspace = (workspaceId: string): void => tell({ workspaceId })
