'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 1000

/** Reads the page anew each second for as long as it stands there: the page leaves it out when the work is over. */
export function Watch() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
