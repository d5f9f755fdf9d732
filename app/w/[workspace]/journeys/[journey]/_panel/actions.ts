'use server'

import { z } from 'zod'
import { listPeople } from '#lib/maps/people/list'
import * as quotes from '#lib/maps/quotes/pin'
import { action } from '../../../../../_refusals/action'
import { readInWords } from '../_headline/read'

export const pinQuote = action(z.strictObject({ journey: z.string(), quote: z.string() }), quotes.pinQuote)
export const unpinQuote = action(z.strictObject({ journey: z.string(), quote: z.string() }), quotes.unpinQuote)

/** The next page of who answered; the verb parses what is asked. */
export const morePeople = action(z.record(z.string(), z.unknown()), (ctx, input) => readInWords(listPeople(ctx, input)))
