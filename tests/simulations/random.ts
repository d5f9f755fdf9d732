/**
 * A generator of numbers in [0, 1) that tells the same story for the same seed on every machine: sfc32 of the PractRand
 * suite (Doty-Humphrey 2010), 32 bits a number, its state filled from the seed and stirred twelve times.
 */
export function seeded(seed: number): () => number {
  let a = 0
  let b = 0
  let c = seed | 0
  let counter = 1
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return (mixed >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i += 1) next()
  return next
}

/** An index with a chance in proportion to its weight, which need not add up to 1. */
export function draw(weights: readonly number[], random: () => number): number {
  let total = 0
  for (const weight of weights) total += weight
  let left = random() * total
  for (let i = 0; i < weights.length - 1; i += 1) {
    left -= weights[i] ?? 0
    if (left < 0) return i
  }
  return weights.length - 1
}

// Above this many tries the chance of no success at all may be too small for a double.
const TRIES_AT_ONCE = 500

/** How many of n tries succeed: binomial, by walking up the distribution (Devroye 1986, X.4), from its nearer end. */
function drawSuccesses(n: number, p: number, random: () => number): number {
  if (n > TRIES_AT_ONCE) return drawSuccesses(TRIES_AT_ONCE, p, random) + drawSuccesses(n - TRIES_AT_ONCE, p, random)
  if (p > 0.5) return n - drawSuccesses(n, 1 - p, random)
  const odds = p / (1 - p)
  let chance = (1 - p) ** n
  let left = random() - chance
  let k = 0
  while (left >= 0 && k < n) {
    k += 1
    chance *= (odds * (n - k + 1)) / k
    left -= chance
  }
  return k
}

/** How many of n draws fall on each weight (multinomial), at a cost of the weights and not of n calls. */
export function drawCounts(weights: readonly number[], n: number, random: () => number): number[] {
  let weightLeft = 0
  for (const weight of weights) weightLeft += weight
  let left = n
  return weights.map((weight, i) => {
    const count = i === weights.length - 1 ? left : drawSuccesses(left, Math.min(1, weight / weightLeft), random)
    weightLeft -= weight
    left -= count
    return count
  })
}
