'use client'

import { TextArea, TextField } from '#ui/field'
import { useWords } from '#words'
import { redefine } from '../draft'
import type { Edited } from '../use-autosave'

type Thanks = Edited['draft']['definition']['thanks']

/** What stands around the questions: who asks, the page's title, and the thanks. */
export function Words({ draft, change, faults, onThanks }: Edited & { onThanks: () => void }) {
  const t = useWords('questions.settings.words')
  const { title, company, thanks } = draft.definition
  const link = thanks.link ?? { label: '', url: '' }
  const say = (part: Partial<Thanks>) => change((d) => redefine(d, { thanks: { ...d.definition.thanks, ...part } }))
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t('company')} maxLength={120} value={company} error={faults.company} onChange={(e) => change((d) => redefine(d, { company: e.target.value }))} />
        <TextField label={t('title')} maxLength={120} value={title} error={faults.title} onChange={(e) => change((d) => redefine(d, { title: e.target.value }))} />
      </div>
      <TextField
        label={t('thanks')}
        maxLength={120}
        value={thanks.title}
        error={faults['thanks/title']}
        onFocus={onThanks}
        onChange={(e) => say({ title: e.target.value })}
      />
      <TextArea label={t('text')} rows={2} maxLength={500} value={thanks.text} onFocus={onThanks} onChange={(e) => say({ text: e.target.value })} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('link')}
          placeholder={t('linkPlace')}
          maxLength={60}
          value={link.label}
          error={faults['thanks/link/label']}
          onFocus={onThanks}
          onChange={(e) => say({ link: { ...link, label: e.target.value } })}
        />
        <TextField
          label={t('url')}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={500}
          value={link.url}
          error={faults['thanks/link/url']}
          onFocus={onThanks}
          onChange={(e) => say({ link: { ...link, url: e.target.value.trim() } })}
        />
      </div>
    </>
  )
}
