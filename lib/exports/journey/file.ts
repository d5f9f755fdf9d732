import { z } from 'zod'
import { NewCampaign } from '#lib/campaigns/input'
import { isInherited } from '#lib/ids'
import { LANE_LEVELS, LANE_VALUES, LANES, type Lane, type MapDocument } from '#lib/journeys/document/schema'
import { DimensionName, MOST_DIMENSIONS } from '#lib/journeys/dimensions'
import { Channel, MOST_STAGES, MOST_TOUCHPOINTS, Name, TimeZone } from '#lib/journeys/input'
import { MOST_PERSONAS, NewPersona, RulesSchema } from '#lib/journeys/personas/schema'
import { sentence } from '#lib/sentence'

/** A key as this house makes them; a touchpoint that was once a merged stage's own keeps `<stage>.overall`. */
const StageKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'is no key: small letters, digits and -, at most 60')
  .refine((key) => !isInherited(key), 'is a key that nothing may have')
const TouchpointKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}(\.overall)?$/, 'is no key: small letters, digits and -, at most 60')
  .refine((key) => !isInherited(key), 'is a key that nothing may have')

const laneOf = (lane: Lane) => {
  const at = (level: 'stage' | 'touchpoint') =>
    LANE_LEVELS[lane].includes(level) ? z.record(TouchpointKey, LANE_VALUES[lane]).default({}) : z.record(TouchpointKey, z.never()).default({})
  return z.strictObject({ stage: at('stage'), touchpoint: at('touchpoint') }).default({ stage: {}, touchpoint: {} })
}

const Lanes = z
  .strictObject(Object.fromEntries(LANES.map((lane) => [lane, laneOf(lane)])))
  .prefault({}) as unknown as z.ZodType<MapDocument['lanes']>

/** Whom it is for is said in words: they hold wherever it is brought. */
const Campaign = NewCampaign.omit({ journey: true, persona: true }).refine(({ starts, ends }) => !ends || ends >= starts, 'a campaign ends before it starts')

/** A whole map as a file: what a team wrote, without a single answer. */
export const JourneyFile = z
  .strictObject({
    wayfelt: z.literal('journey', { error: 'this is no journey that was exported here' }),
    format: z.literal(1, {
      error: ({ input }) => (input === undefined ? sentence('is missing; a journey that was exported here says 1') : sentence('this file was written by a newer version; it is read up to format 1')).message,
    }),
    name: Name,
    timeZone: TimeZone.default('UTC'),
    stages: z.array(z.strictObject({ key: StageKey, name: Name })).max(MOST_STAGES),
    touchpoints: z
      .array(z.strictObject({ key: TouchpointKey, stage: StageKey, name: Name, channel: Channel.nullable() }))
      .max(MOST_TOUCHPOINTS),
    lanes: Lanes,
    personas: z.array(NewPersona.extend({ rules: RulesSchema.optional() })).max(MOST_PERSONAS).default([]),
    /** Attributes that answers are counted by. */
    dimensions: z.array(DimensionName).max(MOST_DIMENSIONS).default([]),
    campaigns: z.array(Campaign).max(500).default([]),
  })
  .meta({ id: 'JourneyFile', description: 'Stages, touchpoints and what a team wrote on its map, without its answers. `dimensions`: attributes that answers are counted by. A persona without rules is only named, and none is made of it.' })

export type JourneyFile = z.output<typeof JourneyFile>
