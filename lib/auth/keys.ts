import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { parse as bytesOf } from 'uuid'
import { z } from 'zod'
import type { Db } from '#db/open'
import { apiKeys } from '#db/schema/directory'
import { asTenant } from '#db/scope'
import { type Context, inWorkspace } from '#lib/context'
import { notFound, Problem } from '#lib/errors'
import { isId, newId } from '#lib/ids'
import { allow } from '#lib/permission'

const PREFIX = 'wf_live_'
const Scope = z.enum(['read', 'write'])

export const CreateKey = z.strictObject({
  name: z.string().trim().min(1, 'give the key a name').max(120, 'at most 120 characters').regex(/^\P{Cc}*$/u, 'must have no line breaks'),
  scopes: z.array(Scope).min(1, 'choose at least one scope').max(2),
})

export const RevokeKey = z.strictObject({ id: z.uuid() })

/** A key names its workspace (16 bytes) before its 24 random ones, so that a tenant's table is asked about that tenant only. */
export async function createKey(ctx: Context, input: z.input<typeof CreateKey>): Promise<{ id: string; key: string }> {
  allow(ctx, 'key.write')
  const { name, scopes } = CreateKey.parse(input)
  const now = ctx.now()
  const id = newId(now)
  const key = PREFIX + Buffer.concat([bytesOf(ctx.workspaceId), randomBytes(24)]).toString('base64url')
  await inWorkspace(ctx, (tx) =>
    tx.insert(apiKeys).values({
      workspaceId: ctx.workspaceId,
      id,
      name,
      hash: hashOf(key),
      hint: key.slice(-4),
      scopes: [...new Set(scopes)],
      createdAt: now,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    }),
  )
  return { id, key }
}

export async function listKeys(ctx: Context) {
  allow(ctx, 'key.read')
  const { id, name, hint, scopes, createdAt, revokedAt } = apiKeys
  return inWorkspace(ctx, (tx) =>
    tx
      .select({ id, name, hint, scopes, createdAt, revokedAt })
      .from(apiKeys)
      .where(eq(apiKeys.workspaceId, ctx.workspaceId))
      .orderBy(desc(createdAt), desc(id)),
  )
}

/** A revoked key never works again, and the list keeps it. Revoking twice changes nothing. */
export async function revokeKey(ctx: Context, input: unknown): Promise<void> {
  allow(ctx, 'key.write')
  const { id } = RevokeKey.parse(input)
  const mine = and(eq(apiKeys.workspaceId, ctx.workspaceId), eq(apiKeys.id, id))
  await inWorkspace(ctx, async (tx) => {
    const [known] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(mine)
    if (!known) throw notFound('API key')
    await tx.update(apiKeys).set({ revokedAt: ctx.now() }).where(and(mine, isNull(apiKeys.revokedAt)))
  })
}

/** What a key may do and where. Missing, malformed, unknown and revoked keys are refused alike. */
export async function keyContext(db: Db, key: string | null): Promise<Context> {
  const workspaceId = key && workspaceOf(key)
  if (!workspaceId) throw unauthorized()
  const [known] = await asTenant(db, workspaceId, (tx) =>
    tx
      .select({ id: apiKeys.id, scopes: apiKeys.scopes })
      .from(apiKeys)
      .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.hash, hashOf(key)), isNull(apiKeys.revokedAt))),
  )
  if (!known) throw unauthorized()
  return { db, workspaceId, actor: { kind: 'key', keyId: known.id, scopes: z.array(Scope).parse(known.scopes) }, now: () => new Date() }
}

const hashOf = (key: string): Uint8Array => createHash('sha256').update(key).digest()

function workspaceOf(key: string): string | null {
  if (!/^wf_live_[A-Za-z0-9_-]{54}$/.test(key)) return null
  const bytes = Buffer.from(key.slice(PREFIX.length), 'base64url')
  const id = bytes.subarray(0, 16).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? id : null
}

const unauthorized = () =>
  new Problem('unauthorized', 'The API key is missing, wrong or revoked.', { headers: { 'www-authenticate': 'Bearer' } })
