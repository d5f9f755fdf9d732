'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '#words'
import { Button } from './button'

/** Copies a text; says so for two seconds, also to screen readers. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useWords('ui')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <Button onClick={copy} aria-live="polite">
      {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
      {copied ? t('copied') : (label ?? t('copy'))}
    </Button>
  )
}
