/**
 * The adversary's own algebra: rank over a prime field, dense, without a line of the code under attack. A vector that follows
 * from others over the rationals follows modulo a prime too, unless it divides one of their minors: tables of 0 and 1 as small
 * as these have none near this size.
 */
const PRIME = 33_554_393

function inverse(a: number): number {
  let [old, now, s, t] = [a, PRIME, 1, 0]
  while (now !== 0) {
    const q = Math.floor(old / now)
    ;[old, now] = [now, old - q * now]
    ;[s, t] = [t, s - q * t]
  }
  return ((s % PRIME) + PRIME) % PRIME
}

/** Can the vector be had by adding and subtracting multiples of the rows? */
export function spanOf(rows: readonly (readonly number[])[]): (vector: readonly number[]) => boolean {
  const basis: { lead: number; row: number[] }[] = []
  const remainder = (vector: readonly number[]) => {
    const left = [...vector]
    for (const { lead, row } of basis) {
      const times = left[lead] ?? 0
      if (times === 0) continue
      for (let i = lead; i < left.length; i++) {
        const r = row[i] ?? 0
        if (r !== 0) left[i] = ((((left[i] ?? 0) - times * r) % PRIME) + PRIME) % PRIME
      }
    }
    return left
  }
  for (const row of rows) {
    const left = remainder(row)
    const lead = left.findIndex((c) => c !== 0)
    if (lead === -1) continue
    const by = inverse(left[lead] ?? 1)
    basis.push({ lead, row: left.map((c) => (c * by) % PRIME) })
    basis.sort((a, b) => a.lead - b.lead)
  }
  return (vector) => remainder(vector).every((c) => c === 0)
}
