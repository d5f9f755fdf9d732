'use server'

import { z } from 'zod'
import { action } from '#lib/auth/action'
import { listPeople } from '#lib/maps/people/list'
import * as quotes from '#lib/maps/quotes/pin'

export const pinQuote = action(z.strictObject({ journey: z.string(), quote: z.string() }), quotes.pinQuote)
export const unpinQuote = action(z.strictObject({ journey: z.string(), quote: z.string() }), quotes.unpinQuote)

/** The next page of who answered; the verb parses what is asked. */
export const morePeople = action(z.record(z.string(), z.unknown()), (ctx, input) => listPeople(ctx, input))
