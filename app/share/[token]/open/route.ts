import { appUrl } from '#lib/env'
import { readCapped } from '#lib/http/body'
import { toProblem } from '#lib/http/problem'
import { chunksOf } from '#lib/http/request'
import { runtime } from '#lib/runtime'
import { guessPassword } from '#lib/shares/guess'
import { SHARE_COOKIE } from '#lib/shares/knock'
import { viewOf, viewQuery } from '../address'

type Route = { params: Promise<{ token: string }> }

const MOST_BYTES = 4096
const KEPT_SECONDS = 30 * 86_400

/** Takes the password of a link. Right or wrong, it leads back to the link, which then shows the map or says what was wrong. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const token = encodeURIComponent((await params).token)
  const view = viewOf(Object.fromEntries(new URL(request.url).searchParams))
  const back = (refused: string | null, cookie?: string): Response => {
    const query = viewQuery(view)
    const address = `/share/${token}${query}${refused ? `${query === '' ? '?' : '&'}refused=${refused}` : ''}`
    return new Response(null, { status: 303, headers: { location: address, 'cache-control': 'no-store', ...(cookie ? { 'set-cookie': cookie } : {}) } })
  }
  try {
    const { database, secrets } = await runtime()
    const body = await readCapped(chunksOf(request), MOST_BYTES)
    const password = new URLSearchParams(Buffer.from(body).toString('utf8')).get('password') ?? ''
    const guessed = await guessPassword(database.db, secrets.authSecret, { token, password: password.slice(0, 200), now: new Date() })
    if (guessed.state !== 'right') return back(guessed.state === 'wrong' ? 'wrong' : null)
    const secure = appUrl().startsWith('https:') ? '; Secure' : ''
    return back(null, `${SHARE_COOKIE}=${guessed.cookie}; Path=/share/${token}; HttpOnly; SameSite=Lax; Max-Age=${KEPT_SECONDS}${secure}`)
  } catch (error) {
    const { code } = toProblem(error)
    if (code === 'internal') return back('failed')
    return back(code === 'rate_limited' ? 'often' : 'wrong')
  }
}
