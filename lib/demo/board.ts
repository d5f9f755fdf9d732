import { mapCells } from '#db/schema/maps'
import { type Context, inWorkspace } from '#lib/context'
import { type Lane, LANE_VALUES, type LaneValue } from '#lib/journeys/document/schema'

type Place = { [L in Lane]?: LaneValue<L> }

/** What the invented company believes, aims at and does at each stage: some of it right, some of it wrong, some never put to the test. */
const STAGES: Readonly<Record<string, Place>> = {
  awareness: {
    owner: { name: 'Jonas Okafor', role: 'Brand' },
    doing: ['Hears of Fernway from a colleague', 'Looks at the landing page', 'Watches a webinar'],
    kpi: [{ name: 'Visits that sign up', value: '3.1 %', target: '4 %' }],
    assumed: { index: 40, because: 'The new page tested well with five people.' },
    target: { emotion: 40, csat: 70 },
  },
  consideration: {
    owner: { name: 'Priya Raman', role: 'Growth' },
    doing: ['Compares two plans', 'Asks the chat what counts as a user', 'Shows it to the team'],
    kpi: [{ name: 'Chats answered within 2 min', value: '91 %', target: '90 %' }],
    assumed: { index: 40, because: 'Sales hears many questions about prices.' },
    target: { emotion: 50, nps: 10, csat: 75 },
  },
  purchase: {
    owner: { name: 'Tomás Silva', role: 'Checkout' },
    doing: ['Signs up', 'Pays by card or asks for an invoice', 'Forwards the receipt'],
    kpi: [{ name: 'Payments that fail', value: '6.2 %', target: 'under 4 %' }],
    assumed: { index: 38 },
    target: { emotion: 45, nps: 10, ces: 80 },
  },
  onboarding: {
    owner: { name: 'Mara Lind', role: 'Onboarding' },
    doing: ['Starts the set-up wizard', 'Imports old data', 'Invites the team', 'Reads the welcome e-mails'],
    kpi: [
      { name: 'Set up within a day', value: '48 %', target: '70 %' },
      { name: 'Imports that stop', value: '17 %', target: 'under 5 %' },
    ],
    assumed: { index: 35, because: 'The wizard was rebuilt in summer.' },
    target: { emotion: 40, nps: -10, ces: 60 },
    moment: true,
  },
  'use-support': {
    owner: { name: 'Aiko Kimura', role: 'Support' },
    doing: ['Works with it every day', 'Opens a case when something breaks'],
    kpi: [{ name: 'Cases closed on first contact', value: '64 %', target: '70 %' }],
    assumed: { index: 54 },
    target: { emotion: 55, nps: 20, csat: 75, ces: 80 },
  },
  renewal: {
    owner: { name: 'Dana Hale', role: 'Accounts' },
    doing: ['Gets the notice', 'Asks whether it is worth it', 'Renews or leaves'],
    kpi: [{ name: 'Renewed', value: '82 %', target: '85 %' }],
    assumed: { index: 55, because: 'Nobody complains about the notice.' },
    target: { emotion: 60 },
  },
}

const TOUCHPOINTS: Readonly<Record<string, Place>> = {
  'sales-chat': { assumed: { index: 60 } },
  payment: { owner: { name: 'Tomás Silva' }, assumed: { index: 50, because: 'Paying takes a minute.' } },
  'data-import': { owner: { name: 'Mara Lind' }, assumed: { index: 20 }, moment: true },
  'set-up-wizard': { owner: { name: 'Lena Brandt' }, assumed: { index: 40 } },
  'support-case': { owner: { name: 'Aiko Kimura' } },
  invoice: { assumed: { index: 30 } },
}

const cellsOf = (level: 'stage' | 'touchpoint', places: Readonly<Record<string, Place>>) =>
  Object.entries(places).flatMap(([place, lanes]) =>
    Object.entries(lanes).map(([lane, value]) => ({ lane, level, place, value: LANE_VALUES[lane as Lane].parse(value) })),
  )

/** Writes the lanes of the demo's map; what somebody has written since stays. */
export async function fillBoard(ctx: Context, journeyId: string): Promise<void> {
  const cells = [...cellsOf('stage', STAGES), ...cellsOf('touchpoint', TOUCHPOINTS)]
  await inWorkspace(ctx, (tx) => tx.insert(mapCells).values(cells.map((cell) => ({ workspaceId: ctx.workspaceId, journeyId, ...cell }))).onConflictDoNothing())
}
