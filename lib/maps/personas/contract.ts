import { z } from 'zod'
import type { MapPersonas } from './types'

const Felt = z.object({ key: z.string(), name: z.string(), value: z.number() })

export const PersonasRow: z.ZodType<MapPersonas> = z
  .object({
    list: z.array(z.object({ key: z.string(), name: z.string(), n: z.int().nullable() })),
    ready: z.boolean(),
    spread: z.array(z.object({
      stage: z.string(),
      differ: z.object({ q: z.number(), from: Felt, to: Felt }).nullable(),
      polarised: z.object({ negative: z.number(), positive: z.number() }).nullable(),
    })),
  })
  .meta({
    id: 'MapPersonas',
    description: 'Personas with their answers, `unmatched` last. `differ`: Cochran’s Q over personas of 30 answers and more, q <= .05 after Benjamini-Hochberg over the stages. `polarised`: both buckets hold 30 % and the middle at most 20 % of 30 answers and more.',
  })
