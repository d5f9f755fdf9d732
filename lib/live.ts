/** What an open page hears: that a journey's numbers, its published map or its draft have changed, never an answer itself. */
export type News = { workspaceId: string; journeyId: string; answers: number; what?: 'answers' | 'map' | 'draft' }

type Listener = (news: News) => void
type Feed = Map<string, Set<Listener>>

// server.ts and the pages are two module graphs in one process: the feed is shared through globalThis.
const shared = globalThis as typeof globalThis & { wayfeltFeed?: Feed }
const feed: Feed = (shared.wayfeltFeed ??= new Map())

export function publish(news: News): void {
  for (const listener of feed.get(news.workspaceId) ?? []) listener(news)
}

/** Hear a workspace's news until the returned function is called. */
export function subscribe(workspaceId: string, listener: Listener): () => void {
  const listeners = feed.get(workspaceId) ?? new Set()
  feed.set(workspaceId, listeners.add(listener))
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) feed.delete(workspaceId)
  }
}
