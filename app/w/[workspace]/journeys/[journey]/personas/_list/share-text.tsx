'use client'

import type { ReactNode } from 'react'
import { useWords } from '#words'
import type { Share } from './shares'

/** "31 %" with its interval and answers, or why there is no number. */
export function ShareText({ share, children }: { share: Share; children?: ReactNode }) {
  const t = useWords('personas')
  return (
    <div className="w-44 shrink-0 text-right max-wide:w-auto max-wide:flex-1 max-wide:pl-19 max-wide:text-left">
      {share.state === 'shown' ? (
        <>
          <p>
            <b className="text-lg font-semibold tabular-nums">{share.value}</b> <span className="text-xs text-ink-2 tabular-nums">{t('between', { low: share.low, high: share.high })}</span>
          </p>
          <p className="text-xs text-ink-2 tabular-nums">{t('answers', { n: share.n })}</p>
        </>
      ) : (
        <p className="pt-1 text-xs text-ink-2">{share.state === 'few' ? t('few') : share.state === 'waiting' ? t('waiting') : t('answers', { n: 0 })}</p>
      )}
      {children}
    </div>
  )
}
