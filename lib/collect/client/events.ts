import { ClientEvent, recordEvent } from '../events/events'
import { readBody, type Verb } from './call'

export const postEvent: Verb = async (ctx, call) => {
  const event = await recordEvent(ctx, ClientEvent.parse(await readBody(call)), { page: call.origin, address: call.address })
  return { status: event.created ? 201 : 200, data: { id: event.id }, replayed: !event.created }
}
