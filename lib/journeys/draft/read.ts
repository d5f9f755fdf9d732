import { z } from 'zod'
import { type Context, inWorkspace } from '#lib/context'
import { allow } from '#lib/permission'
import { Key } from '../input'
import type { Draft } from './definition'
import { draftOf, loadDraft } from './load'

/** The draft of a map: what is published, what would be, and what differs. */
export async function readDraft(ctx: Context, input: unknown): Promise<Draft> {
  allow(ctx, 'journey.write')
  const { journey: key } = z.strictObject({ journey: Key }).parse(input)
  return inWorkspace(ctx, async (tx) => draftOf(await loadDraft(tx, ctx, key, 'to read')))
}
