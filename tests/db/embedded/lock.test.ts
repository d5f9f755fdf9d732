import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DatabaseInUse, isAlive, takeLock, type Owner } from '#db/embedded/lock'
import { start, temporaryFolder } from './child'

const folder = temporaryFolder()
const ownerOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Owner

test('a lock says who holds it and is gone when released', () => {
  const file = path.join(folder, 'simple', 'db.lock')
  const release = takeLock(file)
  expect(ownerOf(file)).toMatchObject({ pid: process.pid })
  expect(() => takeLock(file)).toThrow(DatabaseInUse)
  release()
  takeLock(file)()
  expect(readdirSync(path.dirname(file))).toEqual([])
})

test('an owner is dead when the pid is free, belongs to a later process, or to another boot', () => {
  const file = path.join(folder, 'alive.lock')
  takeLock(file)
  const me = ownerOf(file)
  expect(isAlive(me)).toBe(true)
  expect(isAlive({ ...me, pid: 2 ** 22 + 1 })).toBe(false)
  if (me.started !== null) expect(isAlive({ ...me, started: '1' })).toBe(false)
  if (me.boot !== null) expect(isAlive({ ...me, boot: 'another' })).toBe(false)
})

test('a release does not take away the lock of a follower', () => {
  const file = path.join(folder, 'follower.lock')
  const release = takeLock(file)
  writeFileSync(file, JSON.stringify({ ...ownerOf(file), started: '1', id: 'dead' }))
  takeLock(file)
  release()
  expect(ownerOf(file)).toMatchObject({ pid: process.pid })
})

test('a lock that lost its bytes, and one whose follower died half way, are taken over', () => {
  const file = path.join(folder, 'torn.lock')
  const dead = (id: string) => JSON.stringify({ pid: 2 ** 22 + 1, started: null, boot: null, id })
  writeFileSync(file, '')
  takeLock(file)
  const chained = path.join(folder, 'chained.lock')
  writeFileSync(chained, dead('a'))
  writeFileSync(`${chained}.a`, dead('b'))
  takeLock(chained)
  expect(ownerOf(chained)).toMatchObject({ pid: process.pid })
  expect(readdirSync(folder).filter((name) => name.startsWith('chained'))).toEqual(['chained.lock'])
})

test('of many processes that take over a dead lock at once, one gets it', async () => {
  const rounds = 40
  const prefix = path.join(folder, 'raced-')
  const dead = { pid: 2 ** 22 + 1, started: null, boot: null, id: 'dead' }
  for (let round = 0; round < rounds; round += 1) writeFileSync(`${prefix}${round}`, JSON.stringify(dead))
  const takers = Array.from({ length: 5 }, () => start('taker.ts', prefix, String(Date.now() + 4000), String(rounds)))
  const results = await Promise.all(takers.map(async ({ lines }) => JSON.parse((await lines.next()).value) as string[]))
  await Promise.all(takers.map((taker) => taker.kill()))
  for (let round = 0; round < rounds; round += 1) {
    const outcome = results.map((each) => each[round]).sort()
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused', 'took'])
  }
})
