import Link from 'next/link'
import { Chip } from '#ui/chip'
import { useWords } from '#words'

/** Which published map this is, and whether a draft of it waits: the way to its versions, or into the draft. */
export function VersionChip({ base, version, drafted, mayEdit }: { base: string; version: number; drafted: number; mayEdit: boolean }) {
  const t = useWords('versions')
  const waits = drafted > 0 && mayEdit
  return (
    <Link
      href={waits ? `${base}/edit` : `${base}/versions`}
      prefetch={false}
      aria-label={waits ? t('chipDraftOf', { version }) : t('chipOf', { version })}
      className="flex items-center rounded-full hover:[&>*]:bg-hover max-wide:min-h-11"
    >
      <Chip>{waits ? t('chipDraft', { version }) : t('chip', { version })}</Chip>
    </Link>
  )
}
