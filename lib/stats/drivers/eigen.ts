export type Matrix = readonly (readonly number[])[]

// A missing cell is a wrong shape; NaN makes it visible where 0 would hide it.
const cell = (m: Matrix, i: number, j: number) => m[i]?.[j] ?? Number.NaN

/** Columns p and q turned by the angle of cosine c and sine s. */
const turnColumns = (m: Matrix, p: number, q: number, c: number, s: number): Matrix =>
  m.map((row, i) => row.map((value, j) => {
    if (j === p) return c * value - s * cell(m, i, q)
    return j === q ? s * cell(m, i, p) + c * value : value
  }))

export const transpose = (m: Matrix): Matrix => m.map((_, i) => m.map((_, j) => cell(m, j, i)))

const MAX_SWEEPS = 60

/**
 * Eigenvalues, and their vectors as columns, of a symmetric matrix by Jacobi's rotations (Jacobi 1846; Golub & Van Loan, Matrix
 * Computations, 8.5): each makes one cell off the diagonal zero, and the rest of them shrinks quadratically. For tens of rows.
 * Example: [[2, 1], [1, 2]] -> values 1 and 3.
 */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Matrix } {
  const size = matrix.length
  let turned = matrix
  let vectors: Matrix = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)))
  const scale = Math.max(...matrix.flat().map(Math.abs), 0)
  for (let sweep = 0, off = Infinity; sweep < MAX_SWEEPS && off > 1e-15 * scale; sweep += 1) {
    off = 0
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const between = cell(turned, p, q)
        if (between === 0) continue
        off = Math.max(off, Math.abs(between))
        const theta = (cell(turned, q, q) - cell(turned, p, p)) / (2 * between)
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const c = 1 / Math.hypot(tangent, 1)
        turned = turnColumns(transpose(turnColumns(turned, p, q, c, tangent * c)), p, q, c, tangent * c)
        vectors = turnColumns(vectors, p, q, c, tangent * c)
      }
    }
  }
  return { values: turned.map((_, i) => cell(turned, i, i)), vectors }
}
