const WIDTH = 28
const PLAIN_MS = 5_000

/** Progress on stderr: a bar that redraws itself on a terminal, else a plain line now and then. */
export function bar(label: string) {
  const { isTTY } = process.stderr
  let told = performance.now()
  const draw = (share: number, words: string) => {
    const full = Math.round(WIDTH * Math.min(1, Math.max(0, share)))
    return `${label} [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${Math.floor(share * 100)} %${words === '' ? '' : `  ${words}`}`
  }
  return {
    show(share: number, words = '') {
      if (isTTY) process.stderr.write(`\r\u001b[K${draw(share, words)}`)
      else if (performance.now() - told >= PLAIN_MS) {
        told = performance.now()
        process.stderr.write(`${draw(share, words)}\n`)
      }
    },
    done(words = '') {
      process.stderr.write(`${isTTY ? '\r\u001b[K' : ''}${draw(1, words)}\n`)
    },
    /** Leaves the line before something else is said. */
    end() {
      if (isTTY) process.stderr.write('\n')
    },
  }
}
