'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { Dialog } from '#ui/dialog'
import { faultsOf } from '#ui/faults'
import { Checkbox, FieldError, TextField } from '#ui/field'
import { useWords } from '#words'
import { createKey } from './actions'

type NewKeyProps = { slug: string; open: boolean; onOpenChange: (open: boolean) => void }

/** The key is shown here and never again: the server keeps only its hash. */
export function NewKey({ slug, open, onOpenChange }: NewKeyProps) {
  const t = useWords('settings.newKey')
  const words = useWords('settings')
  const router = useRouter()
  const [made, setMade] = useState<string | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [busy, start] = useTransition()
  const turn = (isOpen: boolean) => {
    if (!isOpen && made) router.refresh()
    setMade(null)
    setFaults({})
    onOpenChange(isOpen)
  }
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const scopes = (['read', 'write'] as const).filter((scope) => form.has(scope))
    start(async () => {
      const result = await createKey(slug, { name: String(form.get('name')), scopes })
      setFaults(result.ok ? {} : faultsOf(result.problem))
      if (result.ok) setMade(result.data.key)
    })
  }
  if (made) {
    return (
      <Dialog
        open={open}
        onOpenChange={turn}
        title={t('made')}
        description={t('madeSays')}
        footer={
          <>
            <CopyButton text={made} label={t('copy')} />
            <Button look="primary" onClick={() => turn(false)}>
              {t('done')}
            </Button>
          </>
        }
      >
        <p className="rounded-md border border-line bg-sunken p-3 font-mono text-sm break-all" data-testid="api-key">
          {made}
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog open={open} onOpenChange={turn} title={t('title')}>
      <form onSubmit={create} noValidate className="grid gap-4">
        {faults[''] && <Banner>{faults['']}</Banner>}
        <TextField label={words('name')} name="name" placeholder={t('example')} error={faults.name} maxLength={120} required />
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{words('keys.may')}</legend>
          <div className="grid gap-2">
            <Checkbox name="read" label={t('read')} hint={t('readSays')} defaultChecked />
            <Checkbox name="write" label={t('write')} hint={t('writeSays')} />
          </div>
          {faults.scopes && <FieldError>{faults.scopes}</FieldError>}
        </fieldset>
        <Button type="submit" look="primary" busy={busy} busyLabel={t('busy')} className="justify-self-end">
          {t('create')}
        </Button>
      </form>
    </Dialog>
  )
}
