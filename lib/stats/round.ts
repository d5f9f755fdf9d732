/** Moves the decimal point in the written number, because 1.005 * 100 is 100.49999999999999. */
function shiftPoint(x: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(x).split('e')
  return Number(`${mantissa}e${Number(exponent) + digits}`)
}

/** Rounds half away from zero and never answers -0; for display only. Example: -2.5 -> -3, (1.005, 2) -> 1.01, -0.4 -> 0. */
export function roundHalfAway(x: number, digits = 0): number {
  const size = shiftPoint(Math.round(shiftPoint(Math.abs(x), digits)), -digits)
  return x < 0 && size !== 0 ? -size : size
}

/** a / b for b > 0, rounded half away from zero to a whole number. Example: 5n, 2n -> 3n; -5n, 2n -> -3n. */
export function divideHalfAway(a: bigint, b: bigint): bigint {
  const size = a < 0n ? -a : a
  const rounded = (2n * size + b) / (2n * b)
  return a < 0n ? -rounded : rounded
}
