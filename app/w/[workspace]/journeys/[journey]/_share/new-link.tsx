'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { useWords } from '#words'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { faultsOf } from '#ui/faults'
import { Checkbox, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { createShare } from '../share/actions'
import { withGroup } from '../_filter/address'
import { type Made, MadeLink } from './made-link'

/** `value` as groupOf writes it. */
export type GroupChoice = { value: string; label: string }

type NewLinkProps = { slug: string; journey: string; groups: readonly GroupChoice[]; days: { from: string; to: string } | null; open: boolean; onOpenChange: (open: boolean) => void }

const ENDS = [7, 30, 90, 365] as const

/** Makes a link; its address is shown here and never again. */
export function NewLink({ open, onOpenChange, ...given }: NewLinkProps) {
  const t = useWords('shares')
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const turn = (isOpen: boolean) => {
    if (!isOpen && made) router.refresh()
    if (isOpen || made) setMade(null)
    onOpenChange(isOpen)
  }
  if (made) return <MadeLink made={made} open={open} onOpenChange={turn} />
  return (
    <Dialog open={open} onOpenChange={turn} title={t('form.title')}>
      <LinkForm {...given} onMade={setMade} />
    </Dialog>
  )
}

type LinkFormProps = Pick<NewLinkProps, 'slug' | 'journey' | 'groups' | 'days'> & { onMade: (made: Made) => void }

/** Goes with its dialog, so that the next link begins with nothing of the one before. */
function LinkForm({ slug, journey, groups, days: answered, onMade }: LinkFormProps) {
  const t = useWords('shares')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [period, setPeriod] = useState(answered ? 'fixed' : 'rolling')
  const [group, setGroup] = useState('')
  const [ends, setEnds] = useState('')
  const [embed, setEmbed] = useState(false)
  const [busy, start] = useTransition()
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    const days = period === 'fixed' ? { from: text('from') || undefined, to: text('to') || undefined } : {}
    const { channel, variant, segment } = withGroup({ period: '90d' }, group)
    const more = { channel, variant, segment, ...(ends ? { days: Number(ends) } : {}), ...(text('password') && !embed ? { password: text('password') } : {}) }
    start(async () => {
      const result = await createShare(slug, { journey, name: text('name'), ...days, ...more, comments: form.has('comments'), embed })
      setFaults(result.ok ? {} : faultsOf(result.problem))
      if (result.ok) onMade({ url: result.data.url, embed })
    })
  }
  const unmasks = faults.channel ?? faults.variant ?? faults.segment
  return (
    <form onSubmit={create} noValidate className="grid gap-4">
      {faults[''] && <Banner>{faults['']}</Banner>}
      <TextField label={t('form.name')} hint={t('form.nameHint')} name="name" placeholder={t('form.namePlaceholder')} error={faults.name} maxLength={120} required />
      <div className="grid grid-cols-2 gap-3 max-wide:grid-cols-1">
        <Select
          label={t('form.period')}
          labelPlace="above"
          value={period}
          onChange={setPeriod}
          options={[
            { value: 'rolling', label: t('form.rolling') },
            { value: 'fixed', label: t('form.fixed') },
          ]}
        />
        <Select
          label={t('form.group')}
          labelPlace="above"
          value={group}
          onChange={setGroup}
          options={[{ value: '', label: t('form.everybody') }, ...groups]}
        />
        {period === 'fixed' && (
          <>
            <TextField label={t('form.from')} name="from" type="date" defaultValue={answered?.from} error={faults.from} required />
            <TextField label={t('form.to')} name="to" type="date" defaultValue={answered?.to} error={faults.to} required />
          </>
        )}
        <Select
          label={t('form.expires')}
          labelPlace="above"
          value={ends}
          onChange={setEnds}
          options={[{ value: '', label: t('form.never') }, ...ENDS.map((n) => ({ value: String(n), label: t('form.days', { n }) }))]}
        />
        <TextField label={t('form.password')} name="password" type="password" autoComplete="new-password" error={faults.password} disabled={embed} maxLength={200} />
      </div>
      <p className="-mt-2 text-xs text-ink-3">{t('form.passwordHint')}</p>
      <div className="grid gap-2">
        <Checkbox name="comments" label={t('form.comments')} hint={t('form.commentsHint')} />
        <Checkbox name="embed" label={t('form.embed')} hint={t('form.embedHint')} checked={embed} onChange={(event) => setEmbed(event.currentTarget.checked)} />
      </div>
      {unmasks && <Banner>{unmasks}</Banner>}
      <p className="text-xs text-ink-2">{t('form.seen')}</p>
      <Button type="submit" look="primary" busy={busy} busyLabel={t('form.busy')} className="justify-self-end">
        {t('form.submit')}
      </Button>
    </form>
  )
}
