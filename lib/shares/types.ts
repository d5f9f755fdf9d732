/** What a link shows, and what whoever opens it cannot change. Without days: always the last 90. */
export type SharedAs = { from?: string | undefined; to?: string | undefined; channel?: string | undefined; variant?: string | undefined; segment?: string | undefined }

type ShareState = 'open' | 'expired' | 'revoked'

export type ShareRow = {
  id: string
  name: string
  from: string | null
  to: string | null
  channel: string | null
  variant: string | null
  /** `plan:pro`: a declared attribute, or `persona`, and its value. */
  segment: string | null
  comments: boolean
  embed: boolean
  hasPassword: boolean
  state: ShareState
  expiresAt: string | null
  revokedAt: string | null
  opened: number
  openedAt: string | null
  createdAt: string
}
