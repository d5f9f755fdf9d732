import type { Db, Tx } from '#db/open'
import { asTenant, atOnce } from '#db/scope'

export type Actor =
  | { kind: 'user'; userId: string; role: 'owner' | 'editor' | 'viewer' }
  | { kind: 'key'; keyId: string; scopes: readonly ('read' | 'write')[] }
  | { kind: 'public' }
  /** Whoever has a share link: of one journey, and with its comments where the link allows them. */
  | { kind: 'share'; journeyId: string; comments: boolean }
  | { kind: 'system' }

/** Who asks, in which workspace, of which database and at what time: all that a verb may know of the outside. */
export type Context = { db: Db; workspaceId: string; actor: Actor; now: () => Date }

/** One transaction inside the context's workspace; row security sees to it that no other can be read or written. */
export const inWorkspace = <T>(ctx: Context, run: (tx: Tx) => Promise<T>): Promise<T> => asTenant(ctx.db, ctx.workspaceId, run)

/** The same for several questions that must be answered of one moment. Nothing is written there. */
export const inSnapshot = <T>(ctx: Context, run: (tx: Tx) => Promise<T>): Promise<T> => atOnce(ctx.db, ctx.workspaceId, run)
