'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { SkeletonLines } from '#ui/skeleton'
import type { Explanation } from '#lib/maps/explain/read-explanation'
import { useSay, useWords } from '#words'
import { groupText } from '../_compare/groups'
import { curlOf } from './address'
import { CountsIn } from './counts'
import { figureOf } from './figure'
import { useExplanation } from './use-explanation'

/** How one number was made: what stands there, its formula, the counts that went in, and how to ask for it again. */
export function ExplanationBody({ address, close }: { address: string; close: () => void }) {
  const [t, ui] = [useWords('explain'), useWords('ui')]
  const { answer, again } = useExplanation(address)
  const name = answer.state === 'read' ? upperFirst(answer.explanation.name) : t('label')
  return (
    <>
      <header className="sticky top-0 z-10 flex items-start gap-3 bg-surface px-4 pt-3 pb-1">
        <h2 className="text-base font-semibold wrap-anywhere">{name}</h2>
        <Button look="ghost" size="icon" aria-label={ui('close')} onClick={close} className="-mt-1.5 -mr-2 ml-auto">
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <div className="px-4 pb-4">
        {answer.state === 'loading' && <SkeletonLines lines={9} />}
        {answer.state === 'failed' && (
          <Banner
            action={
              <button type="button" onClick={again} className="link font-medium">
                {ui('tryAgain')}
              </button>
            }
          >
            {answer.message ?? t('failed')}
          </Banner>
        )}
        {answer.state === 'read' && <Explained explanation={answer.explanation} />}
      </div>
    </>
  )
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Explained({ explanation }: { explanation: Explanation }) {
  const { formula, counts, against, request, filter, from, to, timeZone } = explanation
  const [t, say, compare] = [useWords('explain'), useSay(), useWords('compare')]
  const { value, notes } = figureOf({ t, say }, explanation)
  const days = against ? say.days(against.from, against.to) : ''
  const heldAgainst = against?.filter ? t('againstGroup', { days, group: groupText(compare, against.filter) }) : t('against', { days })
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <b className="text-2xl font-semibold tracking-tight tabular-nums">{value}</b>
        <span className="text-sm text-ink-2">{notes.join(', ')}</span>
      </p>
      <p className="mt-2 text-sm">{formula.words}</p>
      <p className="mt-2 grid gap-1 rounded-md bg-sunken px-2.5 py-2 font-mono text-xs wrap-anywhere">
        {formula.symbols.split('; ').map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <p className="mt-1 text-xs text-ink-3">{formula.source}</p>
      {counts && <CountsIn title={t('went')} counts={counts} />}
      {against && <CountsIn title={heldAgainst} counts={against} />}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
        <Fact name={t('filter')}>{filter ? groupText(compare, filter) : t('unfiltered')}</Fact>
        <Fact name={t('period')}>
          {say.days(from, to)} <span className="text-ink-2">({timeZone})</span>
        </Fact>
        <Sources sources={explanation.sources} />
        <Fact name={t('scoring')}>{t('version', { n: explanation.scoring })}</Fact>
      </dl>
      <Request request={request} />
      <p className="mt-3 border-t border-line pt-3 text-sm">
        <Link href={`/help/numbers#${formula.id}`} prefetch={false} className="link">
          {t('trust')}
        </Link>
      </p>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}

const SOURCES = ['survey', 'import', 'staff', 'social', 'import-estimate'] as const

function Sources({ sources }: Pick<Explanation, 'sources'>) {
  const [t, say] = [useWords('explain'), useSay()]
  const asked = sources?.filter(({ n }) => n !== 0)
  if (!asked || asked.length === 0) return null
  const nameOf = (source: string) => {
    const known = SOURCES.find((each) => each === source)
    return known ? t(`source.${known}`) : source
  }
  return <Fact name={t('sources')}>{asked.map(({ source, n }) => `${nameOf(source)} ${n === null ? t('few') : say.number(n)}`).join(', ')}</Fact>
}

function Request({ request }: Pick<Explanation, 'request'>) {
  const t = useWords('explain')
  const line = curlOf(window.location.origin, request)
  return (
    <div className="mt-3 border-t border-line pt-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-semibold">{t('api')}</h3>
        <CopyButton text={line} />
      </div>
      <code className="mt-1.5 block rounded-md bg-sunken px-2.5 py-2 font-mono text-xs wrap-anywhere">{line}</code>
      <p className="mt-1 text-xs text-ink-2">{t.rich('pointer', { pointer: request.pointer, code: (chunks) => <code className="font-mono wrap-anywhere">{chunks}</code> })}</p>
    </div>
  )
}
