'use client'

import { useEffect, useState } from 'react'
import type { PersonaPreview } from '#lib/collect/personas/preview'
import type { Rules } from '#lib/journeys/personas/definition'
import { tryOut } from '../actions'

/** Typing on asks once, when the keys rest. */
const REST_MS = 350

type Tried = { journey: string; personas: readonly { rules: Rules }[]; most: number }

/** What the rules would do to the newest answers; the last result stays until the next is there. */
export function usePreview(slug: string, tried: Tried): { preview: PersonaPreview | null; pending: boolean; failed: boolean } {
  const asked = JSON.stringify(tried)
  const [found, setFound] = useState<{ of: string; preview: PersonaPreview | null }>({ of: '', preview: null })
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const result = await tryOut(slug, JSON.parse(asked) as { journey: string }).catch(() => null)
      if (isCurrent) setFound({ of: asked, preview: result?.ok ? result.data : null })
    }, REST_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [slug, asked])
  const pending = found.of !== asked
  return { preview: found.preview, pending, failed: !pending && found.preview === null }
}
