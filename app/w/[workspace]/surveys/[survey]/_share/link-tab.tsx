'use client'

import { useState } from 'react'
import { buttonClass } from '#ui/button'
import { TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#words'
import type { Stage } from '../../_place/place-fields'
import { More, Piece } from './piece'
import { linkWith } from './snippets'
import { useSettled } from './use-loaded'

type Props = { base: string; link: string; stages: readonly Stage[]; note: string | undefined }

/** Places by their stage's and their own name, the survey's own first. */
const placesOf = (t: ReturnType<typeof useWords<'surveys'>>, stages: readonly Stage[]) => [
  { value: '', label: t('share.link.own') },
  ...stages.flatMap((stage) =>
    stage.touchpoints
      .filter(({ archived }) => !archived)
      .map(({ key, name, overall }) => ({ value: key, label: overall ? stage.name : `${stage.name}: ${name}` })),
  ),
]

/** One address for everybody, with what is known of where it stands, and its code for paper. */
export function LinkTab({ base, link, stages, note }: Props) {
  const t = useWords('surveys')
  const [said, setSaid] = useState({ channel: '', campaign: '', source: '', touchpoint: '' })
  const set = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }))
  const whole = linkWith(link, said)
  return (
    <div className="grid grid-cols-1 gap-4">
      <Piece text={whole} note={note} open={note === undefined} />
      <More title={t('share.link.more')}>
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t('share.link.channel')} placeholder={t('share.link.channelPlace')} maxLength={40} value={said.channel} onChange={(e) => set({ channel: e.target.value })} />
          <TextField label={t('share.link.campaign')} placeholder={t('share.link.campaignPlace')} maxLength={120} value={said.campaign} onChange={(e) => set({ campaign: e.target.value })} />
          <TextField label={t('share.link.note')} placeholder={t('share.link.notePlace')} maxLength={120} value={said.source} onChange={(e) => set({ source: e.target.value })} />
          <Select label={t('share.link.touchpoint')} labelPlace="above" value={said.touchpoint} onChange={(touchpoint) => set({ touchpoint })} options={placesOf(t, stages)} />
        </div>
        <p className="text-xs text-ink-3">{t.rich('share.link.says', { score: '&recommend=9', code: (text) => <code>{text}</code> })}</p>
      </More>
      <Code base={base} to={whole} />
    </div>
  )
}

function Code({ base, to }: { base: string; to: string }) {
  const t = useWords('surveys')
  const shown = useSettled(to)
  const address = (more: string) => `${base}/qr?to=${encodeURIComponent(shown)}${more}`
  return (
    <div className="flex items-center gap-4">
      {/* White around it in dark mode too: readers look for dark on light. */}
      <img src={address('')} alt={t('share.link.code')} width={112} height={112} className="size-28 shrink-0 rounded-md border border-line bg-white" />
      <div className="min-w-0">
        <p className="mb-2 text-sm text-ink-2">{t('share.link.codeFor')}</p>
        <div className="flex flex-wrap gap-2">
          <a href={address('&file=1')} download className={buttonClass({})}>
            SVG
          </a>
          <a href={address('&format=png&pixels=1024&file=1')} download className={buttonClass({})}>
            PNG
          </a>
        </div>
      </div>
    </div>
  )
}
