import { ClientDisplay, recordDisplay } from '../events/displays'
import { readBody, type Verb } from './call'

export const postDisplay: Verb = async (ctx, call) => {
  const display = await recordDisplay(ctx, ClientDisplay.parse(await readBody(call)), { page: call.origin, address: call.address })
  return { status: display.created ? 201 : 200, data: { id: display.id }, replayed: !display.created }
}
