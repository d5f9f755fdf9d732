import { type HoltParameters, type HoltState, runHolt } from './holt'

// The usual region: beta <= alpha keeps the trend slower than the level.
const BOUNDS = { alpha: [0.01, 0.99], beta: [0, 0.99], phi: [0.8, 0.98] } as const
const GRID: HoltParameters[] = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95].flatMap((alpha) =>
  [0, 0.05, 0.2, 0.5].filter((share) => share <= alpha).flatMap((beta) => [0.8, 0.89, 0.98].map((phi) => ({ alpha, beta, phi }))))

const START_PERIODS = 10
const FIRST_STEP = 0.1
const LAST_STEP = 0.001

/**
 * Level and trend before the first x: intercept and slope of a straight line through the first ten (Hyndman & Khandakar 2008, Journal of
 * Statistical Software 27); the level alone where there is one x. Example: 1, 3, 5 -> level -1, trend 2.
 */
export function startOf(xs: readonly number[]): HoltState {
  const first = xs.slice(0, START_PERIODS)
  const middle = (first.length + 1) / 2
  const mean = first.reduce((sum, x) => sum + x, 0) / first.length
  const spread = first.reduce((sum, _, i) => sum + (i + 1 - middle) ** 2, 0)
  const trend = spread === 0 ? 0 : first.reduce((sum, x, i) => sum + (i + 1 - middle) * (x - mean), 0) / spread
  return { level: mean - trend * middle, trend }
}

const clip = (x: number, [lo, hi]: readonly [number, number]) => Math.min(hi, Math.max(lo, x))

/** One step up and one down on each parameter, inside the bounds. */
function neighbours({ alpha, beta, phi }: HoltParameters, step: number): HoltParameters[] {
  return [-step, step].flatMap((by) => [{ alpha: alpha + by, beta, phi }, { alpha, beta: beta + by, phi }, { alpha, beta, phi: phi + by }]).map((near) => {
    const inside = clip(near.alpha, BOUNDS.alpha)
    return { alpha: inside, beta: Math.min(inside, clip(near.beta, BOUNDS.beta)), phi: clip(near.phi, BOUNDS.phi) }
  })
}

/** The parameters with the least sum of squared one-step errors: the best of a grid, then ever smaller steps from there. */
export function fitHolt(xs: readonly number[]): { parameters: HoltParameters; start: HoltState; squares: number } {
  const start = startOf(xs)
  const judge = (parameters: HoltParameters) => ({
    parameters,
    start,
    squares: runHolt(xs, parameters, start).errors.reduce((sum, error) => sum + error * error, 0),
  })
  const better = (a: ReturnType<typeof judge>, b: ReturnType<typeof judge>) => (b.squares < a.squares ? b : a)
  let best = GRID.map(judge).reduce(better)
  for (let step = FIRST_STEP; step >= LAST_STEP; ) {
    const next = neighbours(best.parameters, step).map(judge).reduce(better, best)
    if (next === best) step /= 2
    best = next
  }
  return best
}
