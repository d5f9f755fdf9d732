import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/open'
import { users } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { fault, invalid, notFound } from '#lib/errors'
import { newId } from '#lib/ids'
import { hashPassword, isPassword, Password } from './password'

export const Email = z.string().trim().toLowerCase().max(254, 'is too long').pipe(z.email('is not an email address'))

export const PersonName = z
  .string()
  .trim()
  .min(1, 'tell us your name')
  .max(120, 'at most 120 characters')
  .regex(/^\P{Cc}*$/u, 'must have no line breaks or control characters')

export const SignUp = z
  .strictObject({ email: Email, name: PersonName, password: Password })
  .refine((i) => i.password.toLowerCase() !== i.email, { path: ['password'], message: 'must not be your email address' })

export type User = { id: string; email: string; name: string }

const shown = { id: users.id, email: users.email, name: users.name }

export async function signUp(db: Db, now: Date, input: z.input<typeof SignUp>): Promise<User> {
  const { email, name, password } = SignUp.parse(input)
  const passwordHash = await hashPassword(password)
  const [made] = await asSystem(db, (tx) =>
    tx
      .insert(users)
      .values({ id: newId(now), email, name, passwordHash, createdAt: now })
      .onConflictDoNothing({ target: users.email })
      .returning(shown),
  )
  if (!made) throw invalid(fault('/email', 'taken', 'This email address has an account already. Sign in instead.'))
  return made
}

const Credentials = z.object({ email: Email, password: z.string().max(200) })

/** Who this is, or null: the same answer after the same work for an unknown address, a wrong password and no password. */
export async function verifyPassword(db: Db, input: z.input<typeof Credentials>): Promise<User | null> {
  const given = Credentials.safeParse(input)
  if (!given.success) return null
  const [user] = await asSystem(db, (tx) =>
    tx.select({ ...shown, passwordHash: users.passwordHash }).from(users).where(eq(users.email, given.data.email)),
  )
  const right = await isPassword(user?.passwordHash, given.data.password)
  return user && right ? { id: user.id, email: user.email, name: user.name } : null
}

/** Somebody with the number that their sessions must carry. */
export async function findUser(db: Db, id: string): Promise<(User & { sessionVersion: number }) | null> {
  const [user] = await asSystem(db, (tx) =>
    tx.select({ ...shown, sessionVersion: users.sessionVersion }).from(users).where(eq(users.id, id)),
  )
  return user ?? null
}

/** Ends every session of somebody, at once and everywhere. */
export async function endSessions(db: Db, userId: string): Promise<void> {
  const [ended] = await asSystem(db, (tx) =>
    tx.update(users).set({ sessionVersion: sql`${users.sessionVersion} + 1` }).where(eq(users.id, userId)).returning(shown),
  )
  if (!ended) throw notFound('user')
}
