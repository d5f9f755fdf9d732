import { z } from 'zod'

/** A line of text that people wrote on a map: no control characters, so that it can stand in any file. */
export const Line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) && text.isWellFormed(), 'may not hold control characters')

const Index = z.int().min(-100).max(100)
const Percent = z.int().min(0).max(100)

/** What a team writes at a place of its map, by lane. Null takes it away. */
export const LANE_VALUES = {
  /** What the customer does here, in order. */
  doing: z.array(Line(120)).min(1).max(8),
  owner: z.strictObject({ name: Line(80), role: Line(80).optional() }),
  /** Numbers from elsewhere that the team watches here, as it writes them. */
  kpi: z.array(z.strictObject({ name: Line(60), value: Line(30), target: Line(30).optional() })).min(1).max(5),
  /** What the team believes the emotion index to be. */
  assumed: z.strictObject({ index: Index, because: Line(200).optional() }),
  /** What the team means to reach, in the unit of each number. */
  target: z
    .strictObject({ emotion: Index.optional(), nps: Index.optional(), csat: Percent.optional(), ces: Percent.optional() })
    .refine((target) => Object.keys(target).length > 0, 'Name at least one target.'),
  /** A moment of truth. */
  moment: z.literal(true),
} as const

export type Lane = keyof typeof LANE_VALUES
export const LANES = Object.keys(LANE_VALUES) as readonly Lane[]
export type LaneValue<L extends Lane> = z.output<(typeof LANE_VALUES)[L]>

/** Where a lane's values may stand. */
export const LANE_LEVELS: Readonly<Record<Lane, readonly ('stage' | 'touchpoint')[]>> = {
  doing: ['stage'],
  owner: ['stage', 'touchpoint'],
  kpi: ['stage'],
  assumed: ['stage', 'touchpoint'],
  target: ['stage'],
  moment: ['stage', 'touchpoint'],
}

type AtPlaces<L extends Lane> = { stage: Record<string, LaneValue<L>>; touchpoint: Record<string, LaneValue<L>> }

/** The values of all lanes, by level and key of the place. */
export type LaneBook = { [L in Lane]: AtPlaces<L> }

// A document from before a lane was there has nothing in it.
const bookOf = <L extends Lane>(lane: L) =>
  z.object({ stage: z.record(z.string(), LANE_VALUES[lane]), touchpoint: z.record(z.string(), LANE_VALUES[lane]) }).default({ stage: {}, touchpoint: {} })

export const LaneBook = z.object({
  doing: bookOf('doing'), owner: bookOf('owner'), kpi: bookOf('kpi'), assumed: bookOf('assumed'), target: bookOf('target'), moment: bookOf('moment'),
}) as unknown as z.ZodType<LaneBook>

/** A whole map as a team writes it: what a draft changes, a version keeps and a file carries. Only what is live, in order. */
export const MapDocument = z.object({
  name: z.string(),
  stages: z.array(z.object({ key: z.string(), name: z.string() })),
  touchpoints: z.array(z.object({ key: z.string(), stage: z.string(), name: z.string(), channel: z.string().nullable() })),
  lanes: LaneBook,
})
export type MapDocument = z.output<typeof MapDocument>

export const emptyBook = (): LaneBook =>
  Object.fromEntries(LANES.map((lane) => [lane, { stage: {}, touchpoint: {} }])) as unknown as LaneBook
