import type { Refusal, Sent } from '../run'

const REQUEST = { method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'omit', keepalive: true } as const
const TRIES = 5
const LONGEST_MS = 30_000

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** 0.5, 1, 2, 4 seconds with some luck in it, or as long as the server asks for. */
function pauseBefore(attempt: number, retryAfter: string | null): number {
  const asked = Number(retryAfter ?? 0) * 1000 || 0
  return Math.min(LONGEST_MS, Math.max(asked, 250 * 2 ** attempt * (0.75 + Math.random() / 2)))
}

async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as Partial<Refusal>
  return { status: response.status, detail: body.detail ?? '', errors: body.errors ?? [] }
}

/**
 * Sends one revision until it is stored or refused. The same submissionId and revision go out each time, so an answer
 * that arrived although its acknowledgement was lost counts once. `refusal` is null when nothing came through at all.
 */
export async function send(url: string, body: unknown, onTrouble: () => void, sleep = wait): Promise<Sent> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { ...REQUEST, body: JSON.stringify(body) }).catch(() => null)
    if (response?.ok) return { ok: true }
    const isPassing = response === null || response.status === 429 || response.status >= 500
    if (!isPassing) return { ok: false, refusal: await refusalOf(response) }
    if (attempt === TRIES) return { ok: false, refusal: null }
    onTrouble()
    await sleep(pauseBefore(attempt, response?.headers.get('retry-after') ?? null))
  }
}
