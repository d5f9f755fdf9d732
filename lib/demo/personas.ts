import { savePersonas } from '#lib/collect/personas/save'
import type { Context } from '#lib/context'
import type { Condition } from '#lib/journeys/personas/definition'

const isOn = (...values: string[]): Condition => ({ field: 'attribute', name: 'plan', test: 'one_of', values })

/** Who the invented company's customers are: whoever wants to be led, and the others by the size of their teams. */
const PERSONAS = [
  {
    name: 'Wants a hand',
    description: 'Would rather be led than find the way alone: by e-mail, in the chat, on the phone.',
    rules: [[{ field: 'channel', test: 'one_of', values: ['email', 'chat', 'phone'] }]],
  },
  { name: 'Small teams', description: 'Up to five people, set up by one of them in an evening.', rules: [[isOn('starter')]] },
  { name: 'Larger teams', description: 'An admin sets it up for everybody else, and somebody else pays.', rules: [[isOn('pro', 'business')]] },
]

export const tellPersonas = (ctx: Context, journey: string) => savePersonas(ctx, { journey, personas: PERSONAS })
