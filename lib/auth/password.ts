import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

// argon2id is this library's default; the parameters are OWASP's second choice.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password that nobody knows: checked where there is no account, so that this takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$oKOmsfS2yMAwneTyh6jwcw$NLVVKd6F6YqdjuExQNdzY6sueVEENmghOZbKaGftGj0'

export const Password = z.string().min(10, 'use at least 10 characters').max(200, 'use at most 200 characters')

// The same letters can be typed as other code points on another keyboard.
const typed = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(typed(password), COST)

export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODY, typed(password))
  return right && typeof passwordHash === 'string'
}
