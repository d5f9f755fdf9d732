'use client'

import { Suspense, useEffect, useState } from 'react'
import { Button } from '#ui/button'
import { onUse } from '#ui/on-use'
import { useWords } from '#words'
import { focusOf } from './numbers'
import type { Opened } from './panel'
import { useNumbers } from './use-numbers'

const ExplainPanel = onUse(() => import('./panel'), 'ExplainPanel')

/**
 * "How are these made?": beside the words that say what the numbers are. Turned on, a click on any number of the page explains it,
 * also where the number stands within a link. `address` is where this page's numbers are explained; a part of the page that shows
 * those of another read names its own in `data-explain`.
 */
export function Explain({ address }: { address: string }) {
  const t = useWords('explain')
  const [isMode, setMode] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  useNumbers({
    isMode,
    isOpen: opened !== null,
    leaveMode: () => setMode(false),
    open: (element) => {
      const place = element.closest<HTMLElement>('[data-explain]')?.dataset.explain ?? address
      setOpened({ element, address: `${place}&number=${encodeURIComponent(element.dataset.number ?? '')}` })
    },
  })
  useEffect(() => {
    document.documentElement.toggleAttribute('data-explaining', isMode)
    return () => document.documentElement.removeAttribute('data-explaining')
  }, [isMode])
  return (
    <>
      <button type="button" aria-pressed={isMode} data-explain-at={address} onClick={() => setMode(!isMode)} className="link whitespace-nowrap max-wide:-my-2 max-wide:py-2">
        {t('how')}
      </button>
      {/* Within a line of text, so no blocks. */}
      <span role="status">
        {isMode && (
          <span className="fixed bottom-5 left-1/2 z-20 flex w-max max-w-[calc(100vw-32px)] -translate-x-1/2 items-center gap-3 rounded-lg border border-line bg-surface py-1.5 pr-1.5 pl-3.5 text-sm text-ink shadow-md max-wide:bottom-18 print:hidden">
            <span>{t.rich('choose', { wide: (chunks) => <span className="max-wide:hidden">{chunks}</span> })}</span>
            <Button onClick={() => setMode(false)}>{t('done')}</Button>
          </span>
        )}
      </span>
      {opened && (
        <Suspense fallback={null}>
          <ExplainPanel key={opened.address} opened={opened} close={() => setOpened(null)} giveBack={() => focusOf(opened.element)?.focus()} />
        </Suspense>
      )}
    </>
  )
}
