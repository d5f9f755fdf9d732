'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { SkeletonLines } from '#ui/skeleton'
import type { Explanation } from '#lib/maps/explain/read-explanation'
import { formatNumber } from '#lib/stats/format'
import { formatDays } from '#lib/stats/format-date'
import { curlOf } from './address'
import { CountsIn } from './counts'
import { figureOf } from './figure'
import { useExplanation } from './use-explanation'

/** How one number was made: what stands there, its formula, the counts that went in, and how to ask for it again. */
export function ExplanationBody({ address, close }: { address: string; close: () => void }) {
  const { answer, again } = useExplanation(address)
  const name = answer.state === 'read' ? upperFirst(answer.explanation.name) : 'How this number is made'
  return (
    <>
      <header className="sticky top-0 z-10 flex items-start gap-3 bg-surface px-4 pt-3 pb-1">
        <h2 className="text-base font-semibold wrap-anywhere">{name}</h2>
        <Button look="ghost" size="icon" aria-label="Close" onClick={close} className="-mt-1.5 -mr-2 ml-auto">
          <X aria-hidden className="size-4" />
        </Button>
      </header>
      <div className="px-4 pb-4">
        {answer.state === 'loading' && <SkeletonLines lines={9} />}
        {answer.state === 'failed' && (
          <Banner
            action={
              <button type="button" onClick={again} className="link font-medium">
                Try again
              </button>
            }
          >
            {answer.message}
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
  const { value, notes } = figureOf(explanation)
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
      {counts && <CountsIn title="What went in" counts={counts} />}
      {against && <CountsIn title={`Held against ${formatDays(against.from, against.to)}${against.filter ? `, ${filterText(against.filter)}` : ''}`} counts={against} />}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm">
        <Fact name="Filter">{filter ? filterText(filter) : 'none, all answers'}</Fact>
        <Fact name="Period">
          {formatDays(from, to)} <span className="text-ink-2">({timeZone})</span>
        </Fact>
        <Sources sources={explanation.sources} />
        <Fact name="Scoring">version {explanation.scoring}</Fact>
      </dl>
      <Request request={request} />
      <p className="mt-3 border-t border-line pt-3 text-sm">
        <Link href={`/help/numbers#${formula.id}`} prefetch={false} className="link">
          How far this can be trusted
        </Link>
      </p>
    </>
  )
}

const filterText = ({ dimension, value }: { dimension: string; value: string }) => `${dimension} ${value}`

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}

const SOURCE_NAMES: Record<string, string> = { survey: 'surveys', import: 'imports', staff: 'staff', social: 'social media', 'import-estimate': 'estimates' }

function Sources({ sources }: Pick<Explanation, 'sources'>) {
  const asked = sources?.filter(({ n }) => n !== 0)
  if (!asked || asked.length === 0) return null
  return <Fact name="Sources">{asked.map(({ source, n }) => `${SOURCE_NAMES[source] ?? source} ${n === null ? '<5, hidden' : formatNumber(n)}`).join(', ')}</Fact>
}

function Request({ request }: Pick<Explanation, 'request'>) {
  const line = curlOf(window.location.origin, request)
  return (
    <div className="mt-3 border-t border-line pt-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-semibold">The same number by the API</h3>
        <CopyButton text={line} />
      </div>
      <code className="mt-1.5 block rounded-md bg-sunken px-2.5 py-2 font-mono text-xs wrap-anywhere">{line}</code>
      <p className="mt-1 text-xs text-ink-2">
        It stands at <code className="font-mono wrap-anywhere">{request.pointer}</code>.
      </p>
    </div>
  )
}
