import { type News, subscribe } from '#lib/live'
import { K_DEFAULT } from '#lib/stats/measure'

/** At most four messages a second to a few readers; with many, each waits a little longer, so that all of them cost collect the same. */
const QUIET_MS = 250
const QUIET_MS_EACH = 2
/** A comment now and then, so that proxies keep the line open. */
const HEARTBEAT_MS = 15_000
/** Reading a map anew costs the server: so many pages do it at once, further ones spread theirs over this much time each. */
const AT_ONCE = 5
const RELOAD_MS_EACH = 400

/** One open page. `full`: may read single responses, and so may hear of each one. `send` answers false where it is too slow to follow. */
export type Reader = { full: boolean; send: (text: string) => boolean; end: () => void }

type Counted = () => Promise<number | null>

const hubs = new Map<string, Hub>()
let open = 0

const eventOf = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * All open pages of one journey in this process. It hears the news once, reads today's count once, and tells every page the same:
 * how many pages are open changes how often they are told, never what an answer costs.
 */
class Hub {
  readonly #readers = new Set<Reader>()
  readonly #journey: string
  readonly #today: Counted
  readonly #stop: () => void
  readonly #heartbeat: NodeJS.Timeout
  #answers = 0
  /** For those who may not hear of single answers: enough of them together. */
  #unheard = 0
  #changed = new Set<'map' | 'draft'>()
  #quiet: NodeJS.Timeout | undefined
  #busy = false

  constructor(of: { workspaceId: string; journeyId: string; journey: string; today: Counted; gone: () => void }) {
    this.#journey = of.journey
    this.#today = of.today
    const unsubscribe = subscribe(of.workspaceId, (news) => {
      if (news.journeyId === of.journeyId) this.#hear(news)
    })
    this.#heartbeat = setInterval(() => this.#tell(() => ':\n\n'), HEARTBEAT_MS)
    this.#stop = () => {
      unsubscribe()
      clearTimeout(this.#quiet)
      clearInterval(this.#heartbeat)
      of.gone()
    }
  }

  join(reader: Reader): () => void {
    this.#readers.add(reader)
    open++
    return () => {
      if (!this.#readers.delete(reader)) return
      open--
      if (this.#readers.size === 0) this.#stop()
    }
  }

  #hear({ answers, what = 'answers' }: News): void {
    this.#answers += answers
    if (what === 'draft') this.#changed.add('draft')
    else if (answers === 0) this.#changed.add('map')
    if (!this.#quiet && !this.#busy) void this.#flush()
  }

  async #flush(): Promise<void> {
    this.#quiet = undefined
    const [answers, changed] = [this.#answers, this.#changed]
    if (answers === 0 && changed.size === 0) return
    this.#answers = 0
    this.#changed = new Set()
    this.#busy = true
    const today = answers > 0 ? await this.#today().catch(() => null) : null
    this.#busy = false
    if (this.#readers.size === 0) return
    const within = Math.max(0, open - AT_ONCE) * RELOAD_MS_EACH
    const told = (name: 'map' | 'draft') => (changed.has(name) ? eventOf(name, { journey: this.#journey, within }) : '')
    const rest = told('map') + told('draft')
    const full = (answers > 0 ? eventOf('answers', { journey: this.#journey, answers, today, within }) : '') + rest
    this.#unheard += answers
    const enough = this.#unheard >= K_DEFAULT && !changed.has('map')
    if (enough) this.#unheard = 0
    // Somebody outside hears of what is on the map, not of who works on it.
    const some = enough ? eventOf('map', { journey: this.#journey, within }) : told('map')
    this.#tell((reader) => (reader.full ? full : some))
    this.#quiet = setTimeout(() => void this.#flush(), Math.max(QUIET_MS, this.#readers.size * QUIET_MS_EACH))
  }

  #tell(textFor: (reader: Reader) => string): void {
    for (const reader of [...this.#readers]) {
      const text = textFor(reader)
      // Whoever cannot follow is let go: the page calls again and reads everything anew.
      if (text !== '' && !reader.send(text)) reader.end()
    }
  }
}

/** The hub of a journey in this process, made for its first reader and gone with its last. */
export function hubOf(of: { workspaceId: string; journeyId: string; journey: string; today: Counted }): Hub {
  const key = `${of.workspaceId}/${of.journeyId}`
  const hub = hubs.get(key) ?? new Hub({ ...of, gone: () => hubs.delete(key) })
  hubs.set(key, hub)
  return hub
}
