'use client'

import { useRouter } from 'next/navigation'
import { useWords } from '#words'
import { faultOf } from '#ui/faults'
import { useToast } from '#ui/toast'
import { restoreCampaign } from './actions'

type ArchivedProps = { slug: string; journey: string; campaigns: readonly { id: string; name: string }[] }

export function Archived({ slug, journey, campaigns }: ArchivedProps) {
  const t = useWords('campaigns')
  const router = useRouter()
  const toast = useToast()
  if (campaigns.length === 0) return null
  const restore = async ({ id, name }: ArchivedProps['campaigns'][number]) => {
    const result = await restoreCampaign(slug, { journey, id }).catch(() => null)
    if (!result?.ok) return toast(result ? faultOf(result.problem) : t('form.lost'), { tone: 'error' })
    toast(t('archive.restored', { name }))
    router.refresh()
  }
  return (
    <details className="mt-4 text-sm">
      <summary className="w-fit rounded-sm text-ink-2 max-wide:min-h-11 max-wide:content-center">{t('archive.title', { n: campaigns.length })}</summary>
      <ul className="mt-2 grid max-w-xl gap-1">
        {campaigns.map((one) => (
          <li key={one.id} className="flex items-center justify-between gap-4 border-b border-grid py-1">
            <span className="min-w-0 wrap-anywhere">{one.name}</span>
            <button type="button" className="link min-h-6 max-wide:min-h-11" aria-label={t('archive.restoreNamed', { name: one.name })} onClick={() => void restore(one)}>
              {t('archive.restore')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
