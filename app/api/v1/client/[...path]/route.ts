import { addressOf } from '#lib/auth/place'
import { clientApi } from '#lib/collect/client-api'
import { runtime } from '#lib/runtime'

// The thin twin of what server.ts does before Next: for `next dev` tools and places that run route handlers only.
async function handle(request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const { database } = await runtime()
  const { path } = await params
  const body = async function* () {
    if (request.body) yield* request.body as unknown as AsyncIterable<Uint8Array>
  }
  const header = (name: string) => request.headers.get(name)
  const asked = { method: request.method, path, search: new URL(request.url).searchParams }
  const call = { ...asked, origin: header('origin'), address: addressOf(header), body }
  const reply = await clientApi(database.db, () => new Date(), call)
  return new Response(reply.status === 204 ? null : reply.body, { status: reply.status, headers: reply.headers })
}

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }
