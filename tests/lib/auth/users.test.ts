import { verify } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Db } from '#db/open'
import { users } from '#db/schema/directory'
import { asSystem } from '#db/scope'
import { hashPassword } from '#lib/auth/password'
import { readSession } from '#lib/auth/token'
import { endSessions, findUser, signUp, verifyPassword } from '#lib/auth/users'
import { onEachEngine } from '../../harness/engines'
import { newUser, NOW, PASSWORD } from './people'

vi.mock('@node-rs/argon2', { spy: true })

const SECRET = 'kT9w2-Jq7_xV4mZ1rB8nL6cD3fH5gP0s'

onEachEngine((_, open) => {
  let db: Db
  beforeAll(async () => {
    db = (await open()).db
  })

  test('signing up and in again leads to the same person, however the address is written', async () => {
    const user = await signUp(db, NOW, { email: ' Mara@Fernway.example ', name: 'Mara', password: PASSWORD })
    expect(user.email).toBe('mara@fernway.example')
    expect(await verifyPassword(db, { email: 'MARA@fernway.example', password: PASSWORD })).toEqual(user)
  })

  test('a second account for an address is refused with a sentence at the field', async () => {
    const { email } = await newUser(db)
    await expect(newUser(db, email)).rejects.toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/email', code: 'taken' }] })
  })

  test('a short password, or one that is the address, is refused with its reason', async () => {
    const refused = (password: string) => signUp(db, NOW, { email: 'p@example.com', name: 'P', password })
    await expect(refused('123456789')).rejects.toThrow('at least 10 characters')
    await expect(refused('P@example.com')).rejects.toThrow('must not be your email address')
  })

  test('an unknown address costs the same work as a wrong password: one check at the same cost', async () => {
    const { email } = await newUser(db)
    const checked = async (address: string) => {
      vi.mocked(verify).mockClear()
      expect(await verifyPassword(db, { email: address, password: 'not the right one' })).toBeNull()
      return vi.mocked(verify).mock.calls.map(([hashed]) => String(hashed).split('$').slice(0, 4).join('$'))
    }
    expect(await checked(email)).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
    expect(await checked('nobody@example.com')).toEqual(['$argon2id$v=19$m=19456,t=2,p=1'])
  })

  test('an account without a password cannot be entered with any', async () => {
    const { id, email } = await newUser(db)
    await asSystem(db, (tx) => tx.update(users).set({ passwordHash: null }).where(eq(users.id, id)))
    expect(await verifyPassword(db, { email, password: PASSWORD })).toBeNull()
    expect(await verifyPassword(db, { email, password: '' })).toBeNull()
  })

  test('ending the sessions of somebody ends them at once, and nobody else', async () => {
    const mine = await newUser(db)
    const other = await newUser(db)
    const cookies = await Promise.all([mine, other].map(({ id }) => encode({ token: { sub: id, v: 1 }, secret: SECRET })))
    expect(await readSession(db, SECRET, cookies[0])).toMatchObject({ id: mine.id })
    await endSessions(db, mine.id)
    expect(await readSession(db, SECRET, cookies[0])).toBeNull()
    expect(await readSession(db, SECRET, cookies[1])).toMatchObject({ id: other.id })
    expect(await findUser(db, mine.id)).toMatchObject({ sessionVersion: 2 })
  })

  test('a session signed by another secret, run out or without a number is none', async () => {
    const { id } = await newUser(db)
    const session = async (token: { sub: string; v?: number }, secret = SECRET, maxAge = 60) => readSession(db, SECRET, await encode({ token, secret, maxAge }))
    expect(await session({ sub: id, v: 1 })).toMatchObject({ id })
    expect(await session({ sub: id, v: 1 }, SECRET.toLowerCase())).toBeNull()
    expect(await session({ sub: id, v: 1 }, SECRET, -60)).toBeNull()
    expect(await session({ sub: id })).toBeNull()
    expect(await readSession(db, SECRET, 'nonsense')).toBeNull()
  })
})

test('a password is the same however the keyboard composes its letters', async () => {
  expect(await verify(await hashPassword('Cafe\u0301 am Fluss'), 'Café am Fluss')).toBe(true)
})
