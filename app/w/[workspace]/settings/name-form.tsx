'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '#ui/button'
import { faultOf } from '#ui/faults'
import { TextField } from '#ui/field'
import { useToast } from '#ui/toast'
import { useWords } from '#words'
import { renameWorkspace } from './actions'

export function NameForm({ slug, name }: { slug: string; name: string }) {
  const t = useWords('settings')
  const router = useRouter()
  const toast = useToast()
  const [fault, setFault] = useState('')
  const [busy, start] = useTransition()
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get('name'))
    start(async () => {
      const result = await renameWorkspace(slug, { name: wanted })
      setFault(result.ok ? '' : faultOf(result.problem))
      if (!result.ok) return
      toast(t('renamed', { name: result.data.name }))
      router.refresh()
    })
  }
  return (
    <form onSubmit={save} noValidate className="grid gap-3 wide:flex wide:items-start">
      <TextField label={t('name')} name="name" defaultValue={name} error={fault} autoComplete="organization" required className="wide:w-80" />
      <Button type="submit" busy={busy} busyLabel={t('saving')} className="justify-self-start wide:mt-7">
        {t('save')}
      </Button>
    </form>
  )
}
