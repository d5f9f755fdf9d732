import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { parse, stringify } from 'uuid'
import { isId } from '#lib/ids'

const TAG_BYTES = 16
const ID_BYTES = 16

export const newCalendarKey = (): string => randomBytes(32).toString('base64url')

const tagOf = (key: string, ids: Uint8Array): Buffer => createHmac('sha256', key).update('calendar\0').update(ids).digest().subarray(0, TAG_BYTES)

/** Names the journey, signed with its own key: another key ends every address that was told before. */
export function calendarToken(key: string, workspaceId: string, journeyId: string): string {
  const ids = Buffer.concat([parse(workspaceId), parse(journeyId)])
  return Buffer.concat([ids, tagOf(key, ids)]).toString('base64url')
}

type Claimed = { workspaceId: string; journeyId: string; isSignedBy: (key: string) => boolean }

/** What a token says of itself, and whether a key made it; null for what was never one. */
export function readCalendarToken(token: string): Claimed | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const ids = bytes.subarray(0, 2 * ID_BYTES)
  const [workspaceId, journeyId] = [idAt(ids, 0), idAt(ids, ID_BYTES)]
  if (workspaceId === null || journeyId === null) return null
  return { workspaceId, journeyId, isSignedBy: (key) => timingSafeEqual(tagOf(key, ids), bytes.subarray(2 * ID_BYTES)) }
}

function idAt(bytes: Buffer, at: number): string | null {
  try {
    const id = stringify(bytes, at)
    return isId(id) ? id : null
  } catch {
    return null
  }
}

export const calendarAddress = (base: string, token: string): string => `${base}/calendar/${token}.ics`
