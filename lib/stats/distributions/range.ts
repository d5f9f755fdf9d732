/** Above it the sums take seconds; ten thousand times the respondents that a test will ever see. */
const LARGEST_SHAPE = 1e9

/** A probability from 0 to 1, or a RangeError. */
export function checkProbability(p: number) {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a probability from 0 to 1`)
}

/** A shape or degrees of freedom, above 0 and up to a thousand million, or a RangeError. */
export function checkShape(name: string, shape: number) {
  if (!(shape > 0 && shape <= LARGEST_SHAPE)) throw new RangeError(`${name} ${shape} is not above 0 and up to ${LARGEST_SHAPE}`)
}

/** A point of the distribution's support, infinite ends included, or a RangeError. */
export function checkPoint(x: number, low: number, high: number) {
  if (!(x >= low && x <= high)) throw new RangeError(`${x} is not from ${low} to ${high}`)
}
