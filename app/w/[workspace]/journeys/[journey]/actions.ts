'use server'

import { z } from 'zod'
import { SaveLanes, saveLanePreferences } from '#lib/journeys/preferences'
import { listComments } from '#lib/maps/comments/list'
import { action } from '../../../../_refusals/action'
import { readInWords } from './_headline/read'

const Asked = z.record(z.string(), z.unknown())

/** The next page of a place's comments; the verb parses what is asked. */
export const moreComments = action(Asked, (ctx, input) => readInWords(listComments(ctx, input)))

export const saveLanes = action(SaveLanes, (ctx, input) => saveLanePreferences(ctx, input))
