const SMALLEST = 1e-300
const EXACT = 1e-16

/**
 * b0 + a1/(b1 + a2/(b2 + ..)) by Lentz's method as Thompson & Barnett 1986 changed it. `term(k)` gives ak and bk, from k = 1.
 * Ends where a term changes nothing any more; the callers' fractions do so after a few times the root of their shape.
 */
export function continuedFraction(b0: number, term: (k: number) => readonly [number, number]): number {
  let value = b0 === 0 ? SMALLEST : b0
  let over = value
  let under = 0
  for (let k = 1; ; k += 1) {
    const [a, b] = term(k)
    under = 1 / (b + a * under || SMALLEST)
    over = b + a / over || SMALLEST
    const change = over * under
    value *= change
    if (Math.abs(change - 1) <= EXACT || !Number.isFinite(value)) return value
  }
}
