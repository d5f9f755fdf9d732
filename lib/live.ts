import type { Database } from '#db/open'

/** What an open page hears: that a journey's numbers, its published map or its draft have changed, never an answer itself. */
export type News = { workspaceId: string; journeyId: string; answers: number; what?: 'answers' | 'map' | 'draft' }

type Listener = (news: News) => void
type Feed = { listeners: Map<string, Set<Listener>>; pass: Listener }

// server.ts and the pages are two module graphs in one process: the feed is shared through globalThis.
const shared = globalThis as typeof globalThis & { wayfeltFeed?: Feed }
const feed: Feed = (shared.wayfeltFeed ??= { listeners: new Map(), pass: () => {} })

const tellHere = (news: News): void => feed.listeners.get(news.workspaceId)?.forEach((listener) => listener(news))

/** After the commit: tells every open page, those of other processes too. */
export function publish(news: News): void {
  tellHere(news)
  feed.pass(news)
}

/** Hear a workspace's news until the returned function is called. */
export function subscribe(workspaceId: string, listener: Listener): () => void {
  const listeners = feed.listeners.get(workspaceId) ?? new Set()
  feed.listeners.set(workspaceId, listeners.add(listener))
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) feed.listeners.delete(workspaceId)
  }
}

/** News waits so long for more of its kind before it goes to other processes: a busy collect sends few words. */
const GATHER_MS = 100
/** What one notification may hold; Postgres takes 8,000 bytes, and a line of ours has at most 120. */
const MOST_LINES = 60

/**
 * Joins the feeds of all processes on one database: each has one listener, and tells the others what it committed. The embedded
 * engine has one process only and nothing to join.
 */
export async function joinFeeds({ news }: Pick<Database, 'news'>, own: string): Promise<() => Promise<void>> {
  if (!news) return async () => {}
  const gathered = new Map<string, News>()
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    timer = undefined
    const lines = [...gathered.values()]
    gathered.clear()
    for (let at = 0; at < lines.length; at += MOST_LINES) {
      // A page that misses a word reads it with the next one: no reason to fail whoever published.
      void news.notify(JSON.stringify({ own, lines: lines.slice(at, at + MOST_LINES) })).catch(() => undefined)
    }
  }
  const stopListening = await news.listen((text) => {
    const said = JSON.parse(text) as { own: string; lines: News[] }
    if (said.own !== own) said.lines.forEach(tellHere)
  })
  feed.pass = (one) => {
    const key = `${one.workspaceId} ${one.journeyId} ${one.what ?? 'answers'} ${one.answers === 0}`
    gathered.set(key, { ...one, answers: one.answers + (gathered.get(key)?.answers ?? 0) })
    timer ??= setTimeout(send, GATHER_MS)
  }
  return async () => {
    feed.pass = () => {}
    clearTimeout(timer)
    await stopListening()
  }
}
