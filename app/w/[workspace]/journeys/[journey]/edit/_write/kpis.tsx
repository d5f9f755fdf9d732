'use client'

import { useState } from 'react'
import { TextField } from '#ui/field'
import { useWords } from '#words'
import { useLane } from '../_draft/editing'
import { LaneCell, Written } from './written'

const MOST = 5

type Kpi = { name: string; value: string; target?: string }

/** Numbers from elsewhere that a team watches at a stage. */
export function Kpis({ stage }: { stage: { key: string; name: string } }) {
  const t = useWords('editor')
  const { cell, value } = useLane('kpi', 'stage', stage.key)
  return (
    <LaneCell label={t('lane.kpi')}>
      <Written
        cell={cell}
        name={t('at', { lane: t('lane.kpi'), place: stage.name })}
        add={t('add.kpi')}
        shown={
          value && (
            <span className="grid gap-1">
              {value.map((kpi, i) => (
                <span key={i} className="block wrap-anywhere">
                  {kpi.name} <b className="font-semibold tabular-nums">{kpi.value}</b>
                  {kpi.target && <span className="text-xs text-ink-2"> {t('aim', { target: kpi.target })}</span>}
                </span>
              ))}
            </span>
          )
        }
        fields={<Rows kpis={value ?? []} />}
        read={(form) => {
          const [names, values, targets] = ['kpi', 'value', 'target'].map((name) => form.getAll(name).map((text) => String(text).trim()))
          const kpis = (names ?? []).flatMap((name, i): Kpi[] => {
            const target = targets?.[i] ?? ''
            return name === '' ? [] : [{ name, value: values?.[i] ?? '', ...(target !== '' && { target }) }]
          })
          return kpis.length === 0 ? null : kpis
        }}
      />
    </LaneCell>
  )
}

/** One row for each, and an empty one for the next. A row without a name is none. */
function Rows({ kpis }: { kpis: readonly Kpi[] }) {
  const t = useWords('editor')
  const [names, setNames] = useState([...kpis.map(({ name }) => name), ''].slice(0, MOST))
  const rename = (place: number, name: string) => {
    const next = names.map((each, i) => (i === place ? name : each))
    setNames(next.length < MOST && next.at(-1) !== '' ? [...next, ''] : next)
  }
  return names.map((name, i) => (
    <fieldset key={i} className="grid grid-cols-2 gap-1.5 border-b border-grid pb-2 last-of-type:border-0">
      <legend className="sr-only">{t('field.kpi', { place: i + 1 })}</legend>
      <TextField label={t('field.kpiName')} labelHidden placeholder={t('field.kpiName')} name="kpi" autoFocus={i === 0} maxLength={60} className="col-span-2" value={name} onChange={(event) => rename(i, event.target.value)} />
      <TextField label={t('field.kpiValue')} labelHidden placeholder={t('field.kpiValue')} name="value" maxLength={30} required={name.trim() !== ''} defaultValue={kpis[i]?.value} />
      <TextField label={t('field.kpiTarget')} labelHidden placeholder={t('field.kpiTarget')} name="target" maxLength={30} defaultValue={kpis[i]?.target} />
    </fieldset>
  ))
}
