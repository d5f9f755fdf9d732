'use client'

import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import type { Card } from './board'

const USUAL = ['web', 'app', 'email', 'chat', 'phone', 'store', 'mail']

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  card: Card
  onSave: (channel: string | null) => Promise<string | null>
}

export function ChannelDialog({ open, onOpenChange, card, onSave }: DialogProps) {
  const [fault, setFault] = useState('')
  const save = async (data: FormData) => {
    const channel = String(data.get('channel')).trim()
    const refused = await onSave(channel === '' ? null : channel)
    setFault(refused ?? '')
    if (refused === null) onOpenChange(false)
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`Channel of “${card.name}”`} description="Where this touchpoint usually takes place.">
      <form action={save} className="grid gap-4">
        <TextField
          label="Channel"
          name="channel"
          defaultValue={card.channel ?? ''}
          list="usual-channels"
          maxLength={40}
          autoComplete="off"
          hint="Empty for none. An answer can still name a channel of its own."
          error={fault}
        />
        <datalist id="usual-channels">
          {USUAL.map((channel) => (
            <option key={channel} value={channel} />
          ))}
        </datalist>
        <Button type="submit" look="primary" className="justify-self-end">
          Save
        </Button>
      </form>
    </Dialog>
  )
}
