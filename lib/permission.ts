import type { Actor } from './context'
import { Problem } from './errors'

type Role = 'owner' | 'editor' | 'viewer'
type Scope = 'read' | 'write'
type Rule = { roles: readonly Role[]; scope?: Scope }

const everybody = ['owner', 'editor', 'viewer'] as const
const editors = ['owner', 'editor'] as const

/** The whole role table: who may do what. A permission without a scope is for people only, never for an API key. */
const RULES = {
  'journey.read': { roles: everybody, scope: 'read' },
  'journey.write': { roles: editors, scope: 'write' },
  /** Links by which people without an account see one map. */
  'share.read': { roles: editors, scope: 'read' },
  'share.write': { roles: editors, scope: 'write' },
  'survey.read': { roles: everybody, scope: 'read' },
  'survey.write': { roles: editors, scope: 'write' },
  'response.read': { roles: everybody, scope: 'read' },
  'response.write': { roles: editors, scope: 'write' },
  /** Whom we asked what and when: of a person, by their id. */
  'person.read': { roles: editors, scope: 'read' },
  /** How often people may be asked. */
  'caps.write': { roles: ['owner'], scope: 'write' },
  'import.read': { roles: everybody, scope: 'read' },
  'import.write': { roles: editors, scope: 'write' },
  'key.read': { roles: ['owner'] },
  'key.write': { roles: ['owner'] },
  'workspace.read': { roles: everybody, scope: 'read' },
  'workspace.write': { roles: ['owner'] },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof RULES

export function can(actor: Actor, permission: Permission): boolean {
  const rule: Rule = RULES[permission]
  if (actor.kind === 'system') return true
  if (actor.kind === 'user') return rule.roles.includes(actor.role)
  if (actor.kind === 'share') return permission === 'journey.read'
  return actor.kind === 'key' && rule.scope !== undefined && actor.scopes.includes(rule.scope)
}

export function allow(ctx: { actor: Actor }, permission: Permission): void {
  if (can(ctx.actor, permission)) return
  throw new Problem('forbidden', ctx.actor.kind === 'key' ? 'This API key lacks the scope for that.' : 'Your role does not allow that.')
}
