import type { IncomingHttpHeaders } from 'node:http'
import type { Db } from '#db/open'
import { knock, SHARE_COOKIE } from './knock'
import { countOpened } from './opened'

/** What a page cannot say by itself: its status, and that another site may show it in a frame. */
type Door = { status: number; mayFrame: boolean }

const STATUS = { open: 200, locked: 401, expired: 410, gone: 404 } as const

const cookieIn = (header: string | undefined): string | undefined =>
  header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${SHARE_COOKIE}=`))
    ?.slice(SHARE_COOKIE.length + 1)

type Asked = { token: string; query: URLSearchParams; method: string; headers: IncomingHttpHeaders; now: Date }

/** Looks at who comes to `/share/{token}` before the page is drawn; a visit that is let in is counted. */
export async function answerDoor(db: Db, secret: string, { token, query, method, headers, now }: Asked): Promise<Door> {
  const found = await knock(db, secret, { token, cookie: cookieIn(headers.cookie), now })
  const isVisit = method === 'GET' && headers.rsc === undefined && headers['next-router-prefetch'] === undefined
  if (found.state === 'open' && isVisit) await countOpened(db, found.share, now)
  const mayFrame = found.state === 'open' && found.share.embed && query.get('embed') === '1'
  const status = found.state === 'locked' && query.get('refused') === 'often' ? 429 : STATUS[found.state]
  return { status, mayFrame }
}
