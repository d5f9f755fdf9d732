import { type HoltParameters, type HoltState, runHolt } from './holt'

// Searched as beta = share * alpha: beta <= alpha, the usual region, then has no edge on which the steps below would stick.
type Trial = { alpha: number; share: number; phi: number }
const BOUNDS = { alpha: [0.01, 0.99], share: [0, 1], phi: [0.8, 0.98] } as const
const GRID: Trial[] = [0.02, 0.1, 0.25, 0.4, 0.6, 0.8, 0.95].flatMap((alpha) =>
  [0, 0.1, 0.4, 0.7, 1].flatMap((share) => [0.8, 0.89, 0.98].map((phi) => ({ alpha, share, phi }))))

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

/** Every way to go a step up, down or nowhere on each parameter, inside the bounds. */
function neighbours({ alpha, share, phi }: Trial, step: number): Trial[] {
  const ways = [-step, 0, step]
  return ways.flatMap((a) => ways.flatMap((s) => ways.map((p) => ({
    alpha: clip(alpha + a, BOUNDS.alpha), share: clip(share + s, BOUNDS.share), phi: clip(phi + p, BOUNDS.phi),
  }))))
}

const parametersOf = ({ alpha, share, phi }: Trial): HoltParameters => ({ alpha, beta: share * alpha, phi })

/** The parameters with the least sum of squared one-step errors: the best of a grid, then ever smaller steps from there. */
export function fitHolt(xs: readonly number[]): { parameters: HoltParameters; start: HoltState; squares: number } {
  const start = startOf(xs)
  const judge = (trial: Trial) => ({
    trial,
    squares: runHolt(xs, parametersOf(trial), start).errors.reduce((sum, error) => sum + error * error, 0),
  })
  const better = (a: ReturnType<typeof judge>, b: ReturnType<typeof judge>) => (b.squares < a.squares ? b : a)
  let best = GRID.map(judge).reduce(better)
  for (let step = FIRST_STEP; step >= LAST_STEP; ) {
    const next = neighbours(best.trial, step).map(judge).reduce(better, best)
    if (next === best) step /= 2
    best = next
  }
  return { parameters: parametersOf(best.trial), start, squares: best.squares }
}
