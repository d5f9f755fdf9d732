'use client'

import { useState } from 'react'
import { TextArea, TextField } from '#ui/field'
import { Segment } from '#ui/segment'
import type { Definition } from '#lib/surveys/definition'
import { settingsOf } from '#lib/surveys/settings'
import { useWords } from '#words'
import { redefine } from '../draft'
import { faultUnder } from '../faults'
import type { Edited } from '../use-autosave'
import { Choice } from './look'
import { fromField, toField, useZone } from './moment'
import { NumberField } from './number-field'

const WHO = ['anyone', 'invited'] as const

type Access = NonNullable<Definition['access']>

/** Who can answer, from which sites, from when to when, and how many. */
export function AccessFields({ draft, change, faults }: Edited) {
  const [t, zone] = [useWords('questions.settings.access'), useZone()]
  const { access } = settingsOf(draft.definition)
  const set = (part: Access) => change((d) => redefine(d, { access: { ...d.definition.access, ...part } }))
  return (
    <>
      <Choice label={t('who')}>
        <Segment
          label={t('who')}
          value={access.who}
          options={WHO.map((value) => ({ value, label: t(value) }))}
          onChange={(who) => set({ who })}
          className="w-full *:flex-1"
        />
      </Choice>
      {access.who === 'invited' && (
        <p className="text-xs text-ink-3">{t('invitedSays')}</p>
      )}
      <Sites sites={access.origins} fault={faultUnder(faults, 'access/origins')} onChange={(origins) => set({ origins })} />
      <div className="grid grid-cols-2 items-start gap-3 max-wide:grid-cols-1">
        <TextField
          label={t('opens')}
          type="datetime-local"
          value={toField(access.opensAt)}
          error={faults['access/opensAt']}
          onChange={(e) => set({ opensAt: fromField(e.target.value) })}
        />
        <TextField
          label={t('closes')}
          type="datetime-local"
          value={toField(access.closesAt)}
          error={faults['access/closesAt']}
          onChange={(e) => set({ closesAt: fromField(e.target.value) })}
        />
      </div>
      <p className="-mt-2 text-xs text-ink-3">{t('zone', { zone })}</p>
      <NumberField
        label={t('most')}
        placeholder={t('mostPlace')}
        hint={t('mostHint')}
        least={1}
        most={10_000_000}
        value={access.mostAnswers}
        onChange={(mostAnswers) => set({ mostAnswers })}
      />
    </>
  )
}

type SitesProps = { sites: readonly string[]; fault: string | undefined; onChange: (sites: string[]) => void }

/** One site a line; what is typed stays as it is while one types. */
function Sites({ sites, fault, onChange }: SitesProps) {
  const t = useWords('questions.settings.access')
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextArea
      label={t('sites')}
      rows={2}
      placeholder={'https://shop.example\nhttps://app.shop.example'}
      hint={t('sitesHint')}
      maxLength={12_000}
      spellCheck={false}
      value={typed ?? sites.join('\n')}
      error={fault}
      onChange={(e) => {
        setTyped(e.target.value)
        onChange(e.target.value.split(/[\s,]+/).filter(Boolean).slice(0, 50))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
