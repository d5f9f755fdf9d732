import { createHmac, timingSafeEqual } from 'node:crypto'

type Purpose = 'view' | 'link' | 'person' | 'share'

/** The first 16 bytes of HMAC-SHA-256 under a workspace's own key; a tag made for one purpose is none for another. */
const tagOf = (key: Uint8Array, purpose: Purpose, content: Uint8Array | string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0`).update(content).digest().subarray(0, 16)

/** Content with its tag, as a text that an address can hold. */
export const seal = (key: Uint8Array, purpose: Purpose, content: Uint8Array): string =>
  Buffer.concat([content, tagOf(key, purpose, content)]).toString('base64url')

/** The content of a sealed text of this length, or null where anything of it was made up or changed. */
export function unseal(key: Uint8Array, purpose: Purpose, text: string, bytes: number): Buffer | null {
  const all = Buffer.from(text, 'base64url')
  // Its last character may hide bits that decoding drops: only the text as it was written is the text.
  if (all.length !== bytes + 16 || all.toString('base64url') !== text) return null
  const content = all.subarray(0, bytes)
  return timingSafeEqual(tagOf(key, purpose, content), all.subarray(bytes)) ? content : null
}

/** One person under one name that says nothing of who it is: the same for the same id in one workspace, and in no other. */
export const pseudonymOf = (key: Uint8Array, userId: string): string => `p_${tagOf(key, 'person', userId).toString('base64url')}`
