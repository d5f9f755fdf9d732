import { createHash, randomBytes } from 'node:crypto'
import { parse, stringify } from 'uuid'
import { isId } from '#lib/ids'

const ID_BYTES = 16
const SECRET_BYTES = 32

/** A link names its workspace before its 32 random bytes, so that a tenant's table is asked about that tenant only. */
export const makeToken = (workspaceId: string): string =>
  Buffer.from(parse(workspaceId)).toString('base64url') + randomBytes(SECRET_BYTES).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The workspace that a token names; null for anything that was not made here. */
export function workspaceOf(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{65}$/.test(token)) return null
  const head = token.slice(0, 22)
  const bytes = Buffer.from(head, 'base64url')
  // Its last character may hide bits that decoding drops: only the text as it was written is the text.
  if (bytes.length !== ID_BYTES || bytes.toString('base64url') !== head) return null
  const id = stringifyId(bytes)
  return id !== null && isId(id) ? id : null
}

function stringifyId(bytes: Uint8Array): string | null {
  try {
    return stringify(bytes)
  } catch {
    return null
  }
}

export const shareAddress = (base: string, token: string): string => `${base}/share/${token}`
