import { keep, recall } from './store'

/** What is to be sent: the same id again with a higher revision takes the place of the earlier one. */
export type Parcel = { id: string; url: string; body: string; revision: number }

/** Why the server will not have it, however often it is sent. */
export type Refusal = { status: number; code: string; detail: string; id: string }

type Item = Parcel & {
  madeAt: number
  tries: number
  /** Until then it waits of its own accord; coming back online ends that. */
  dueAt: number
  /** Until then nobody sends it: another tab is at it, or the server asked for patience. */
  heldUntil: number
}

type Pause = Pick<Item, 'tries' | 'dueAt' | 'heldUntil'>

const MOST_ITEMS = 50
const WEEK_MS = 7 * 86_400_000
const HOUR_MS = 3_600_000
const OWN_MS = 10_000
const TURN_MS = 30_000
const FLAG = 'wayfelt.queue'

// A page may deny IndexedDB by throwing, by refusing, or by never answering.
const opening = () =>
  new Promise<IDBDatabase | null>((resolve) => {
    const none = () => resolve(null)
    setTimeout(none, 2000)
    try {
      const asked = indexedDB.open('wayfelt', 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore('queue')
      asked.onerror = none
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close()
        resolve(asked.result)
      }
    } catch {
      none()
    }
  })

/** Was anything ever kept here? Who never answered has no database made and none opened. */
export const isUsed = (): boolean => recall('localStorage', FLAG) !== null

/** An event or a display goes before an answer does. */
const leastOf = (items: readonly Item[]): number => Math.max(0, items.findIndex(({ url }) => !url.endsWith('responses')))

function withNewest(items: readonly Item[], item: Item): Item[] {
  const same = items.find(({ id }) => id === item.id)
  if (same && same.revision > item.revision) return [...items]
  const all = [...items.filter((each) => each !== same), item]
  while (all.length > MOST_ITEMS) all.splice(leastOf(all), 1)
  return all
}

const pauseAfter = (tries: number): number => Math.min(HOUR_MS, 1000 * 2 ** tries) * (0.5 + Math.random())

/**
 * Keeps what is to be sent until the server has it or refuses it: in IndexedDB, else in memory. All tabs share one list, and a
 * change of it is one transaction: whoever takes an item takes it for itself for a while, so that one tab sends it.
 */
export function openQueue(onRefused: (refusal: Refusal) => void) {
  let opened: Promise<IDBDatabase | null> | undefined
  let isDenied = false
  let memory: Item[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false

  async function edit(change: (items: Item[]) => Item[]): Promise<Item[]> {
    const db = await (opened ??= opening())
    return new Promise((resolve) => {
      const inMemory = () => {
        isDenied = true
        resolve((memory = change(memory)))
      }
      if (!db) return inMemory()
      try {
        const turn = db.transaction('queue', 'readwrite')
        const store = turn.objectStore('queue')
        const found = store.get(0) as IDBRequest<Item[] | undefined>
        let items: Item[] = []
        found.onsuccess = () => store.put((items = change(found.result ?? [])), 0)
        turn.oncomplete = () => resolve(items)
        turn.onabort = inMemory
      } catch {
        inMemory()
      }
    })
  }

  const settle = (done: readonly Item[], to: Pause | null) =>
    edit((items) =>
      items.flatMap((each) => {
        if (!done.some(({ id, revision }) => id === each.id && revision === each.revision)) return [each]
        return to ? [{ ...each, ...to }] : []
      }),
    )

  /** Sends it once; gives the pause to make where it did not come through. */
  async function attempt(item: Item): Promise<Pause | null> {
    const giveUp = new AbortController()
    const patience = setTimeout(() => giveUp.abort(), TURN_MS / 2)
    // A text, so that no browser asks beforehand whether it may.
    const asked = { method: 'POST', body: item.body, keepalive: true, credentials: 'omit', signal: giveUp.signal } as const
    const response = await fetch(item.url, asked).catch(() => null)
    clearTimeout(patience)
    const status = response ? response.status : 0
    if (!response || status > 499 || [408, 425, 429].includes(status)) {
      const now = Date.now()
      const wanted = (response && Number(response.headers.get('retry-after')) * 1000) || 0
      return { tries: item.tries + 1, dueAt: now + pauseAfter(item.tries), heldUntil: now + Math.min(wanted, HOUR_MS) }
    }
    await settle([item], null)
    if (!response.ok) {
      const said = (await response.json().catch(() => ({}))) as Partial<Refusal>
      onRefused({ status, code: said.code || '', detail: said.detail || '', id: item.id })
    }
    return null
  }

  /** Sends these one after the other until something does not come through: what is behind it would fare no better now. */
  async function work(items: readonly Item[]): Promise<void> {
    for (let i = 0; i < items.length; i++) {
      const pause = await attempt(items[i] as Item)
      if (pause) return plan(await settle(items.slice(i), pause))
    }
    plan(await edit((all) => all))
  }

  async function flush(isEager = false): Promise<void> {
    if (isSending) return
    isSending = true
    const now = Date.now()
    // A time further off than any that is given out comes from a clock that was wrong.
    const isOver = (at: number) => at <= now || at > now + 2 * HOUR_MS
    let mine: Item[] = []
    await edit((items) => {
      const fresh = items.filter(({ madeAt }) => now - madeAt < WEEK_MS)
      mine = fresh.filter(({ dueAt, heldUntil }) => isOver(heldUntil) && (isEager || isOver(dueAt)))
      return fresh.map((each) => (mine.includes(each) ? { ...each, heldUntil: now + TURN_MS } : each))
    })
    await work(mine).finally(() => (isSending = false))
  }

  function plan(items: readonly Item[]): void {
    clearTimeout(timer)
    if (items.length === 0) return
    const next = Math.min(...items.map(({ dueAt, heldUntil }) => Math.max(dueAt, heldUntil))) - Date.now()
    timer = setTimeout(() => void flush(), Math.min(Math.max(next, 500), HOUR_MS))
  }

  return {
    /** Sends what is due. Eager: also what only waits for the connection to come back. */
    flush,
    /** Begins at once both to send it and to keep it; resolves as soon as it is kept. */
    async send(parcel: Parcel): Promise<void> {
      const now = Date.now()
      const item: Item = { ...parcel, madeAt: now, tries: 0, dueAt: 0, heldUntil: now + OWN_MS }
      keep('localStorage', FLAG, 1)
      const kept = edit((items) => withNewest(items, item))
      void kept.then(plan)
      void work([item])
      await kept
    },
    /** The page goes: what only its memory holds is handed to the browser. */
    leave(): void {
      if (isDenied) for (const { url, body } of memory) navigator.sendBeacon(url, body)
    },
  }
}

export type Queue = ReturnType<typeof openQueue>
