'use client'

import { Banner } from '#ui/banner'
import { heatShade } from '#ui/heat-cell'
import type { ImportedJourney } from '#lib/imports/journey/types'
import { useSay, useWords } from '#words'

const FORMATS = { json: 'JSON', mermaid: 'Mermaid', csv: 'CSV' } as const

function Assumed({ index }: { index: number | null }) {
  const [t, say] = [useWords('exchange'), useSay()]
  if (index === null) return null
  return (
    <span className="ml-auto min-w-10 shrink-0 rounded-[3px] px-1.5 text-center text-xs leading-5 tabular-nums" style={heatShade(index, false)}>
      <span className="sr-only">{t('bring.assumed')} </span>
      {say.index(index)}
    </span>
  )
}

/** What stands in a text, before anything is made of it. */
export function Found({ found }: { found: ImportedJourney }) {
  const t = useWords('exchange')
  const { stages, format, written, campaigns, personas, notes, into } = found
  const touchpoints = stages.reduce((sum, stage) => sum + stage.touchpoints.length, 0)
  return (
    <div>
      <h2 className="text-base font-semibold">{t('bring.found', { format: FORMATS[format], stages: stages.length, touchpoints })}</h2>
      <p className="mt-1 text-sm text-ink-2">
        {[
          written > 0 && t('bring.written', { n: written }),
          campaigns > 0 && t('bring.campaigns', { n: campaigns }),
          personas.length > 0 && t('bring.personas', { names: personas.join(', ') }),
          into && t('into.changes', { n: into.changed, added: into.added.length, kept: into.kept }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <ol className="mt-3 grid max-h-96 gap-3 overflow-auto" tabIndex={0} aria-label={t('bring.stages')}>
        {stages.map((stage) => (
          <li key={stage.key}>
            <p className="flex items-center gap-2 text-sm font-semibold">
              <span className="min-w-0 wrap-anywhere">{stage.name}</span>
              <Assumed index={stage.assumed} />
            </p>
            <ul className="mt-1 grid gap-1 border-l border-line pl-3">
              {stage.touchpoints.map((touchpoint) => (
                <li key={touchpoint.key} className="flex items-center gap-2 text-sm text-ink-2">
                  <span className="min-w-0 wrap-anywhere">
                    {touchpoint.name}
                    {touchpoint.channel && <span className="text-ink-3"> · {touchpoint.channel}</span>}
                  </span>
                  <Assumed index={touchpoint.assumed} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {notes.length > 0 && (
        <Banner tone="note" className="mt-3">
          <ul className="grid gap-1">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}
