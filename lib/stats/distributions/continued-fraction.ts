const SMALLEST = 1e-300
/** A few roundings; nearer to 1 the factor may never come. */
const EXACT = 1e-15
const MOST_TERMS = 1e6

/**
 * b0 + a1/(b1 + a2/(b2 + ..)) by Lentz's method as Thompson & Barnett 1986 changed it. `term(k)` gives ak and bk, from k = 1.
 * Ends where a term changes nothing any more, for our shapes after a few times their root.
 */
export function continuedFraction(b0: number, term: (k: number) => readonly [number, number]): number {
  let value = b0 === 0 ? SMALLEST : b0
  let over = value
  let under = 0
  for (let k = 1; k < MOST_TERMS; k += 1) {
    const [a, b] = term(k)
    under = 1 / (b + a * under || SMALLEST)
    over = b + a / over || SMALLEST
    const change = over * under
    value *= change
    if (Math.abs(change - 1) <= EXACT) break
  }
  return value
}
