import { useEffect, useRef } from 'react'

/** Opens what the address names when the page is opened: `edit#lane/owner/stage/onboarding`. Gaps lead here to the very field. */
export function useAnchor(anchor: string, open: () => void): void {
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  useEffect(() => {
    if (decodeURIComponent(window.location.hash.slice(1)) === anchor) latest.current()
  }, [anchor])
}
