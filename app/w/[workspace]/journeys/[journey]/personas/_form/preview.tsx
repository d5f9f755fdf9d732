'use client'

import { FieldError } from '#ui/field'
import { Select } from '#ui/select'
import { useSay, useWords } from '#words'
import type { PersonaPreview } from '#lib/collect/personas/preview'
import type { Rules } from '#lib/journeys/personas/definition'
import { useRuleWords } from '../_list/words'

const LOOKS = [500, 2_000, 5_000]

type PartProps = {
  preview: PersonaPreview | null
  pending: boolean
  failed: boolean
  /** The persona's place in what was tried; null while its rules are not finished. */
  at: number | null
  rules: Rules | null
  most: number
  onMost: (most: number) => void
}

/** What the rules would do, before they are saved. It keeps its height while it looks again. */
export function PreviewPart({ preview, pending, failed, at, rules, most, onMost }: PartProps) {
  const t = useWords('personas')
  return (
    <section aria-label={t('preview.title')} className="rounded-md bg-surface-2 p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-sm font-medium">{t('preview.title')}</h3>
        <Select className="ml-auto" label={t('preview.most')} value={String(most)} onChange={(value) => onMost(Number(value))} options={LOOKS.map((n) => ({ value: String(n), label: t('preview.newest', { n }) }))} />
      </div>
      <div role="status" aria-busy={pending || undefined} className="mt-1.5 min-h-15 space-y-1 text-sm">
        {failed && <p className="text-ink-2">{t('preview.failed')}</p>}
        {!preview && !failed && <p className="text-ink-2">{t('preview.looking')}</p>}
        {preview && !rules && <p className="text-ink-2">{preview.looked === 0 ? t('preview.none') : t('preview.waiting')}</p>}
        {preview && rules && at !== null && <Found {...{ preview, at, rules }} />}
      </div>
    </section>
  )
}

function Found({ preview, at, rules }: { preview: PersonaPreview; at: number; rules: Rules }) {
  const [t, say] = [useWords('personas'), useSay()]
  const found = preview.personas[at]
  const { looked, unmatched } = preview
  if (looked === 0) return <p className="text-ink-2">{t('preview.none')}</p>
  if (!found) return <p className="text-ink-2">{t('preview.looking')}</p>
  if (found.fits === 0) return <Nobody preview={preview} rules={rules} />
  const share = (n: number | null) => (n === null ? t('preview.few') : `${t('preview.count', { n })} (${say.percent((100 * n) / looked)})`)
  const earlier = found.fits !== null && found.n !== null ? found.fits - found.n : 0
  return (
    <>
      <p>
        <b className="font-semibold">{found.fits === null ? t('preview.fitsFew', { looked }) : t('preview.fits', { n: say.number(found.fits), looked, share: say.percent((100 * found.fits) / looked) })}</b>
      </p>
      {found.n === 0 ? <FieldError>{t('preview.taken')}</FieldError> : earlier >= 5 && <p className="text-ink-2">{t('preview.earlier', { n: earlier })}</p>}
      <p className="text-ink-2">{t('preview.unmatched', { share: share(unmatched) })}</p>
    </>
  )
}

/** Where nobody fits it says what there is instead. */
function Nobody({ preview: { seen }, rules }: { preview: PersonaPreview; rules: Rules }) {
  const t = useWords('personas')
  const { aboutOf, listOf } = useRuleWords()
  const [first] = rules.flat()
  const there = first && seen.find(({ field, name }) => field === first.field && name === first.name)
  if (!first) return null
  if (there) return <FieldError>{t('preview.nobody', { about: aboutOf(first), values: listOf(there.values.slice(0, 8).map(({ value }) => value)) })}</FieldError>
  const names = seen.filter(({ field }) => field === 'attribute').slice(0, 8).map(aboutOf)
  return <FieldError>{names.length > 0 ? t('preview.nobodySays', { about: aboutOf(first), names: listOf(names) }) : t('preview.nobodyAtAll')}</FieldError>
}
