import { z } from 'zod'
import type { Context } from '#lib/context'
import { can } from '#lib/permission'
import { type Drivers, readDrivers } from '#lib/maps/drivers/read-drivers'
import { listOutcomeChoices, type OutcomeChoices } from '#lib/studies/choices'
import { readInWords } from '../_headline/read'
import type { SearchParams } from '../_filter/filter'

const By = z.enum(['stage', 'touchpoint']).catch('stage')

/** The drivers that an address asks for; `choices` for those who may declare the outcome. */
export async function loadDrivers(ctx: Context, journey: string, params: SearchParams): Promise<{ drivers: Drivers; choices: OutcomeChoices | null }> {
  const drivers = await readInWords(readDrivers(ctx, { journey, by: By.parse(params.by) }))
  return { drivers, choices: can(ctx.actor, 'journey.write') ? await readInWords(listOutcomeChoices(ctx, { journey })) : null }
}
