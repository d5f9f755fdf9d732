import { DatabaseInUse, takeLock } from '#db/embedded/lock'

// Tries for lock file 0, 1, 2 … each at its appointed moment, together with other processes, and keeps what it gets.
const [prefix = '', start = '0', rounds = '0'] = process.argv.slice(2)
const results: string[] = []
for (let round = 0; round < Number(rounds); round++) {
  while (Date.now() < Number(start) + round * 20);
  try {
    takeLock(`${prefix}${round}`)
    results.push('took')
  } catch (error) {
    results.push(error instanceof DatabaseInUse ? 'refused' : String(error))
  }
}
process.stdout.write(`${JSON.stringify(results)}\n`)
process.stdin.resume()
