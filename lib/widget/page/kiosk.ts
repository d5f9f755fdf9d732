const THANKS_MS = 8_000
const IDLE_MS = 45_000
const TOUCHES = ['pointerdown', 'keydown', 'input']

/** A device that stands in a room: after the thanks, and after somebody who went away, `again` makes it new for the next one. */
export function kiosk(again: () => void): { done(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined

  // Each person gets a page of their own from the server. Without a line there is none: then this one stays.
  function after(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => (navigator.onLine ? again() : after(THANKS_MS)), ms)
  }

  const touched = () => after(IDLE_MS)
  for (const name of TOUCHES) addEventListener(name, touched)
  return {
    done(): void {
      for (const name of TOUCHES) removeEventListener(name, touched)
      after(THANKS_MS)
    },
  }
}
