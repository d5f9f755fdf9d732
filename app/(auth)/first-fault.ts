import { useEffect, useRef } from 'react'

/** Brings the first field that is not right under the cursor, each time a form comes back with faults. */
export function useFirstFault(faults: Record<string, string>) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [faults])
  return form
}
