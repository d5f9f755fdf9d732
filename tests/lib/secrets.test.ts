import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isWeak, loadSecrets } from '#lib/secrets'

const folder = mkdtempSync(path.join(tmpdir(), 'wayfelt-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const GOOD = 'kT9w2-Jq7_xV4mZ1rB8nL6cD3fH5gP0s'

test('the first start makes a secret that later starts find, readable by its owner only', () => {
  const made = loadSecrets({ DATA_DIR: path.join(folder, 'a') })
  expect(isWeak(made.authSecret)).toBe(false)
  expect(loadSecrets({ DATA_DIR: path.join(folder, 'a') })).toEqual(made)
  expect(statSync(path.join(folder, 'a', 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(path.join(folder, 'a'))).toEqual(['secrets.json'])
})

test('a secret that is set is used and nothing is written', () => {
  expect(loadSecrets({ AUTH_SECRET: GOOD, DATA_DIR: path.join(folder, 'b') })).toEqual({ authSecret: GOOD })
  expect(readdirSync(folder)).not.toContain('b')
})

test('with DATABASE_URL the start is refused without a secret', () => {
  const settings = { DATABASE_URL: 'postgres://db/wayfelt', DATA_DIR: path.join(folder, 'c') }
  expect(() => loadSecrets(settings)).toThrow('AUTH_SECRET must be too')
  expect(loadSecrets({ ...settings, AUTH_SECRET: GOOD })).toEqual({ authSecret: GOOD })
})

test.each(['a'.repeat(40), 'changeme'.repeat(5), 'secret-'.repeat(6), '0123456789abcdef'.repeat(2), GOOD.slice(0, 31)])(
  'the secret %s is refused as easy to guess',
  (AUTH_SECRET) => {
    expect(() => loadSecrets({ AUTH_SECRET, DATA_DIR: folder })).toThrow('easy to guess')
  },
)
