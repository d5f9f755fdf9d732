const WIDTH = 28
const PLAIN_MS = 5_000

let isOpen = false

/** Ends the line of a bar that was left half way, before something else is said. */
export function leaveBar(): void {
  if (isOpen) process.stderr.write('\n')
  isOpen = false
}

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
      isOpen = isTTY
      if (isTTY) process.stderr.write(`\r\u001b[K${draw(share, words)}`)
      else if (performance.now() - told >= PLAIN_MS) {
        told = performance.now()
        process.stderr.write(`${draw(share, words)}\n`)
      }
    },
    done(words = '') {
      isOpen = false
      process.stderr.write(`${isTTY ? '\r\u001b[K' : ''}${draw(1, words)}\n`)
    },
  }
}
