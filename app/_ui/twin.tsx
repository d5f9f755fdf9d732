'use client'

import { createContext, type ReactNode, use, useState } from 'react'
import { useWords } from '#words'

const Twins = createContext<{ table: boolean; turn: () => void }>({ table: false, turn: () => {} })

/** A chart and the table of the same numbers: one of the two is shown. The button may stand anywhere inside. */
export function Twin({ children }: { children: ReactNode }) {
  const [table, setTable] = useState(false)
  return <Twins value={{ table, turn: () => setTable(!table) }}>{children}</Twins>
}

export function TwinButton({ of }: { of: string }) {
  const t = useWords('ui')
  const { table, turn } = use(Twins)
  return (
    <button type="button" onClick={turn} className="link min-h-6 text-xs max-wide:min-h-11" aria-pressed={table}>
      {t(table ? 'showChart' : 'showTable')}
      <span className="sr-only">{` (${of})`}</span>
    </button>
  )
}

export function TwinBody({ chart, table }: { chart: ReactNode; table: ReactNode }) {
  return use(Twins).table ? table : chart
}
