import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Context } from '#lib/context'
import { runtime } from '#lib/runtime'
import { type Knocked, knock, type Share, SHARE_COOKIE, shareContext } from '#lib/shares/knock'
import { readShown, type Shown } from '#lib/shares/shown/read'

/** What a token leads to, looked up once a request. */
export const readDoor = cache(async (token: string): Promise<Knocked> => {
  const { database, secrets } = await runtime()
  return knock(database.db, secrets.authSecret, { token, cookie: (await cookies()).get(SHARE_COOKIE)?.value, now: new Date() })
})

export type Opened = { ctx: Context; share: Share; shown: Shown | null }

/** The map behind an open link. */
export const readOpened = cache(async (token: string): Promise<Opened | null> => {
  const found = await readDoor(token)
  if (found.state !== 'open') return null
  const ctx = shareContext((await runtime()).database.db, found.share, () => new Date())
  return { ctx, share: found.share, shown: await readShown(ctx, found.share) }
})
