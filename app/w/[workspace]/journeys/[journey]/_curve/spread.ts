/** How far across its column the i-th of n touchpoints stands: evenly, and never in the middle, where the stage's own point is. */
export function spreadOf(i: number, n: number): number {
  if (n % 2 === 0) return (i + 0.5) / n
  const slot = i < n / 2 ? i : i + 1
  return (slot + 0.5) / (n + 1)
}
