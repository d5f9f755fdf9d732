// SHA-256 of our own (FIPS 180-4): pages without https have no crypto.subtle, and its promises would cost more than the hashing.
const K: number[] = []
const FIRST: number[] = []
for (let n = 2; K.length < 64; n++) {
  let isPrime = true
  for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false
  if (!isPrime) continue
  if (FIRST.length < 8) FIRST.push((Math.sqrt(n) * 2 ** 32) | 0)
  K.push((Math.cbrt(n) * 2 ** 32) | 0)
}

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by))
const words = new Int32Array(64)

/** Takes one block of 64 bytes into the state. */
function mix(state: number[], bytes: DataView, offset: number): number[] {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let i = 0; i < 64; i++) {
    if (i < 16) words[i] = bytes.getInt32(offset + 4 * i)
    else {
      const [x, y] = [(words[i - 15] as number), (words[i - 2] as number)]
      const [s0, s1] = [turned(x, 7) ^ turned(x, 18) ^ (x >>> 3), turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)]
      words[i] = (words[i - 16] as number) + s0 + (words[i - 7] as number) + s1
    }
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + (K[i] as number) + (words[i] as number)
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((x, i) => (x + (state[i] as number)) | 0)
}

/** SHA-256 of a text in UTF-8, as eight words of 32 bits. */
export function sha256(text: string): number[] {
  const content = new TextEncoder().encode(text)
  const bytes = new DataView(new ArrayBuffer(((content.length + 72) >> 6) << 6))
  content.forEach((byte, i) => bytes.setUint8(i, byte))
  bytes.setUint8(content.length, 128)
  bytes.setUint32(bytes.byteLength - 4, content.length * 8)
  let state = FIRST
  for (let offset = 0; offset < bytes.byteLength; offset += 64) state = mix(state, bytes, offset)
  return state
}

/** Does SHA-256 of `view.work` begin with this many zero bits (at most 32)? */
export const isSolved = (view: string, work: string, bits: number): boolean => Math.clz32(sha256(`${view}.${work}`)[0] as number) >= bits

const SLICE_MS = 8

/** Finds such a work, a few milliseconds at a time, so that the page goes on answering to whoever uses it. */
export async function solve(view: string, bits: number): Promise<string> {
  let since = Date.now()
  for (let n = 0; ; n++) {
    const work = n.toString(36)
    if (isSolved(view, work, bits)) return work
    if (Date.now() - since < SLICE_MS) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = Date.now()
  }
}
