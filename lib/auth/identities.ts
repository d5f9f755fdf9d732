import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db, Tx } from '#db/open'
import { identities, users } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { newId } from '#lib/ids'
import { Email, PersonName } from './users'

/** What a sign-on service says of somebody. Its word counts for an email address only when it has checked it. */
export const Claims = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  email: z.unknown().optional(),
  // Some services send the word instead of the value.
  email_verified: z.unknown().optional().transform((value) => value === true || value === 'true'),
  name: z.unknown().optional(),
})

export type Linked = { userId: string } | { refused: 'EmailNotVerified' | 'AccountExists' }

/**
 * The user behind an issuer and subject; at the first visit the identity is tied to the account of its verified address, or a new one.
 * An account with a password was made by somebody whose address nobody checked: it is tied only while its owner is signed in.
 */
export async function linkIdentity(db: Db, now: Date, input: unknown, signedIn: string | null): Promise<Linked> {
  const claims = Claims.parse(input)
  return asSystem(db, async (tx) => {
    const known = await findIdentity(tx, claims)
    if (known) return { userId: known }
    const email = Email.safeParse(claims.email)
    if (!claims.email_verified || !email.success) return { refused: 'EmailNotVerified' }
    const name = PersonName.safeParse(claims.name)
    await tx
      .insert(users)
      .values({ id: newId(now), email: email.data, name: name.data ?? email.data, createdAt: now })
      .onConflictDoNothing({ target: users.email })
    const [user] = await tx
      .select({ id: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email.data))
      .for('update')
    if (!user || (user.passwordHash !== null && user.id !== signedIn)) return { refused: 'AccountExists' }
    await tx
      .insert(identities)
      .values({ issuer: claims.iss, subject: claims.sub, userId: user.id, createdAt: now })
      .onConflictDoNothing()
    return { userId: user.id }
  })
}

async function findIdentity(tx: Tx, { iss, sub }: { iss: string; sub: string }): Promise<string | null> {
  const [known] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.issuer, iss), eq(identities.subject, sub)))
  return known?.userId ?? null
}

export const hasIdentity = (db: Db, userId: string, issuer: string): Promise<boolean> =>
  asSystem(db, async (tx) => {
    const found = await tx
      .select({ subject: identities.subject })
      .from(identities)
      .where(and(eq(identities.issuer, issuer), eq(identities.userId, userId)))
      .limit(1)
    return found.length > 0
  })
