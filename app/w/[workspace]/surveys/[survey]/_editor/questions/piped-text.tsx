'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type ReactNode, useRef } from 'react'
import { Button } from '#ui/button'
import { TextArea } from '#ui/field'
import { Menu, MenuItem, MenuLabel } from '#ui/menu'
import { useWords } from '#words'

const PIECES = [
  { token: '{{touchpoint}}', about: 'touchpoint' },
  { token: '{{stage}}', about: 'stage' },
  { token: '{{company}}', about: 'company' },
  { token: '{{name|there}}', about: 'attribute' },
] as const

type PipedProps = Omit<ComponentProps<typeof TextArea>, 'onChange' | 'value' | 'label'> & {
  label: string
  value: string
  maxLength: number
  onText: (text: string) => void
  aside?: ReactNode
}

/** A text in which names stand for what is known of the moment and the person. */
export function PipedText({ label, value, maxLength, onText, aside, ...area }: PipedProps) {
  const t = useWords('questions.piped')
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (token: string) => {
    const [from, to] = [field.current?.selectionStart ?? value.length, field.current?.selectionEnd ?? value.length]
    const text = value.slice(0, from) + token + value.slice(to)
    if (text.length > maxLength) return
    onText(text)
    // The menu gives the focus back to its button first.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(from + token.length, from + token.length)
    })
  }
  return (
    <div>
      <div className="mb-1 flex min-h-6 items-center gap-1">
        <span aria-hidden className="mr-auto text-sm font-medium">
          {label}
        </span>
        {aside}
        <Menu
          trigger={
            <Button look="ghost" className="h-6 gap-1 px-1.5 text-xs max-wide:h-11">
              {t('insert')}
              <ChevronDown aria-hidden className="size-3" />
            </Button>
          }
        >
          <MenuLabel>{t('says')}</MenuLabel>
          {PIECES.map(({ token, about }) => (
            <MenuItem key={token} onSelect={() => insert(token)}>
              <code className="font-mono text-xs">{token}</code>
              <span className="ml-auto pl-6 text-ink-3">{t(about)}</span>
            </MenuItem>
          ))}
        </Menu>
      </div>
      <TextArea {...area} ref={field} label={label} labelHidden value={value} maxLength={maxLength} onChange={(e) => onText(e.target.value)} />
    </div>
  )
}
