import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { pageContext } from '#lib/auth/session'
import type { Context } from '#lib/context'
import { readRefusal, type Refusal } from './refusal'

export type ActionResult<O> = { ok: true; data: O } | { ok: false; problem: Refusal }

/** A server action of a workspace's page: who asks, what is asked, the verb, and its refusal as data instead of a throw. */
export const action =
  <S extends z.ZodType, O>(schema: S, run: (ctx: Context, input: z.output<S>) => Promise<O>) =>
  async (slug: string, input: z.input<S>): Promise<ActionResult<O>> => {
    const { ctx } = await pageContext(String(slug))
    try {
      return { ok: true, data: await run(ctx, schema.parse(input)) }
    } catch (error) {
      // A redirect is thrown too, and is Next's to catch.
      unstable_rethrow(error)
      return { ok: false, problem: await readRefusal(error) }
    }
  }
