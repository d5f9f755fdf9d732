'use client'

import { useState } from 'react'
import { useWords } from '#words'
import { Button } from '#ui/button'
import { CopyButton } from '#ui/copy'
import { Dialog } from '#ui/dialog'
import { Segment } from '#ui/segment'

export type Made = { url: string; embed: boolean }

const HEIGHT = 900

const snippetOf = (url: string, theme: string, title: string) =>
  `<iframe src="${url}?embed=1${theme === 'system' ? '' : `&theme=${theme}`}" title="${title}" width="100%" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>`

/** The address of a new link, and the code to embed it: the server keeps neither. */
export function MadeLink({ made: { url, embed }, open, onOpenChange }: { made: Made; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useWords('shares')
  const [theme, setTheme] = useState<'system' | 'light' | 'dark'>('system')
  const snippet = snippetOf(url, theme, t('made.frame'))
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('made.title')}
      description={t('made.text')}
      footer={
        <>
          <CopyButton text={url} label={t('made.copy')} />
          <Button look="primary" onClick={() => onOpenChange(false)}>
            {t('made.done')}
          </Button>
        </>
      }
    >
      <Code label={t('made.address')} text={url} testId="share-address" />
      {embed && (
        <section className="mt-5 border-t border-line pt-4">
          <h3 className="text-sm font-semibold">{t('made.embed')}</h3>
          <p className="mt-0.5 mb-3 text-sm text-ink-2">{t('made.embedText')}</p>
          <Segment
            label={t('made.theme')}
            value={theme}
            onChange={setTheme}
            options={[
              { value: 'system', label: t('made.system') },
              { value: 'light', label: t('made.light') },
              { value: 'dark', label: t('made.dark') },
            ]}
          />
          <div className="mt-3 mb-2">
            <Code label={t('made.embed')} text={snippet} testId="share-snippet" />
          </div>
          <CopyButton text={snippet} label={t('made.copyEmbed')} />
        </section>
      )}
    </Dialog>
  )
}

const Code = ({ label, text, testId }: { label: string; text: string; testId: string }) => (
  <p aria-label={label} role="group" className="rounded-md border border-line bg-sunken p-3 font-mono text-xs break-all" data-testid={testId}>
    {text}
  </p>
)
