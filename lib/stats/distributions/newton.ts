/** The logarithm of a tail at u and its slope there. */
export type LogTail = (u: number) => { log: number; slope: number }

const CLOSE = 1e-10
const MAX_STEPS = 500

/**
 * Where a log-concave tail has the logarithm `target`. The tangent of a concave function lies above it, so after one step
 * Newton comes nearer from one side only and needs no bracket; a step below 1e-10 leaves its square as the error.
 */
export function solveLogTail(tail: LogTail, target: number, start: number): number {
  let u = start
  for (let i = 0; i < MAX_STEPS; i += 1) {
    const { log, slope } = tail(u)
    const step = (target - log) / slope
    u += step
    if (Math.abs(step) <= CLOSE) break
  }
  return u
}
