import { keepProgress } from './progress'

const THANKS_MS = 8_000
const IDLE_MS = 45_000

/** A device that stands in a room: after the thanks, and after somebody who went away, it is there for the next one. */
export function kiosk(surveyId: string): { done(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined

  // Each person gets a page of their own from the server. Without a line there is none: then this one stays.
  function again(): void {
    if (!navigator.onLine) return after(THANKS_MS)
    keepProgress(surveyId, null)
    location.replace(location.href)
  }

  function after(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(again, ms)
  }

  const touched = () => after(IDLE_MS)

  for (const name of ['pointerdown', 'keydown', 'input']) addEventListener(name, touched, { passive: true })
  return {
    done(): void {
      for (const name of ['pointerdown', 'keydown', 'input']) removeEventListener(name, touched)
      after(THANKS_MS)
    },
  }
}
