import { randomBytes } from 'node:crypto'
import { parse, stringify } from 'uuid'
import type { Settings } from '#lib/surveys/settings'
import { seal, unseal } from './sign'

/** That a survey was put before somebody: which, when, and how much computing an answer must bring (leading zero bits). */
export type View = { surveyId: string; shownAt: Date; nonce: string; work: number }

const [ID, TIME, NONCE, WORK] = [16, 6, 8, 1]
const BYTES = ID + TIME + NONCE + WORK

/** How many leading zero bits an answer to this survey must be worked for, a second or so of a phone; 0: none. */
export const workOf = ({ protection }: Pick<Settings, 'protection'>): number => (protection.work ? 14 : 0)

/** A view token: goes out with the questions and comes back with the answer. It names no person. */
export function makeView(key: Uint8Array, { surveyId, shownAt, work }: Omit<View, 'nonce'>): string {
  const content = Buffer.alloc(BYTES)
  content.set(parse(surveyId), 0)
  content.writeUIntBE(shownAt.getTime(), ID, TIME)
  content.set(randomBytes(NONCE), ID + TIME)
  content.writeUInt8(work, ID + TIME + NONCE)
  return seal(key, 'view', content)
}

/** What a view token says; null for one that we did not make. */
export function readView(key: Uint8Array, token: string): View | null {
  const content = unseal(key, 'view', token, BYTES)
  if (!content) return null
  return {
    surveyId: stringify(content.subarray(0, ID)),
    shownAt: new Date(content.readUIntBE(ID, TIME)),
    nonce: content.subarray(ID + TIME, ID + TIME + NONCE).toString('hex'),
    work: content.readUInt8(ID + TIME + NONCE),
  }
}
