import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readCapped } from '#lib/http/body'

const pieces = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)), { objectMode: false })

it('a stream is read whole up to the cap, in one piece or many', async () => {
  expect(Buffer.from(await readCapped(pieces('12345'), 5)).toString()).toBe('12345')
  expect(Buffer.from(await readCapped(pieces('12', '34', '5'), 5)).toString()).toBe('12345')
  expect(await readCapped(pieces(), 5)).toHaveLength(0)
})

it('a stream that goes over the cap, or never ends, is given up at once', async () => {
  await expect(readCapped(pieces('12', '34', '56'), 5)).rejects.toMatchObject({ code: 'body_too_large' })
  const endless = new Readable({ read() { this.push(Buffer.alloc(1024)) } })
  await expect(readCapped(endless, 16_384)).rejects.toMatchObject({ code: 'body_too_large' })
  endless.destroy()
})

it('a connection that breaks off is the sender’s fault, not ours', async () => {
  const broken = new Readable({ read() { this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })) } })
  await expect(readCapped(broken, 5)).rejects.toMatchObject({ code: 'invalid_json', status: 400 })
})
