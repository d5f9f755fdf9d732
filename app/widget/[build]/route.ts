import { deliverWidget } from '#lib/surveys/deliver'

type Params = { params: Promise<{ build: string }> }

/** One build of the widget under its own name, where no server.ts stands in front. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const delivery = await deliverWidget(`/widget/${(await params).build}`, { 'if-none-match': request.headers.get('if-none-match') ?? '' })
  return new Response(delivery?.body || null, delivery ?? { status: 404 })
}
