/** How many single letters must change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The word that somebody probably meant, if any comes near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const low = word.toLowerCase()
  const farFrom = (candidate: string) => distance(low.slice(0, 60), candidate.toLowerCase().slice(0, 60))
  const ranked = words.slice(0, 500).map((candidate) => ({ candidate, far: farFrom(candidate) }))
  const best = ranked.reduce<(typeof ranked)[number] | undefined>((a, b) => (a && a.far <= b.far ? a : b), undefined)
  return best && best.far <= Math.max(1, low.length / 2) ? best.candidate : undefined
}
