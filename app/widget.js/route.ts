import { deliverWidget } from '#lib/surveys/deliver'

/** The latest widget, where no server.ts stands in front. */
export async function GET(request: Request): Promise<Response> {
  const delivery = await deliverWidget('/widget.js', { 'if-none-match': request.headers.get('if-none-match') ?? '' })
  return new Response(delivery?.body || null, delivery ?? { status: 404 })
}
