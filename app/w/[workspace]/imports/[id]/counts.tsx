import { formatNumber } from '#lib/stats/format'

type Name = 'rows' | 'accepted' | 'known' | 'changed' | 'empty' | 'rejected'

const KINDS: readonly { name: Name; label: string; about: string }[] = [
  { name: 'rows', label: 'Rows', about: 'read so far' },
  { name: 'accepted', label: 'Stored', about: 'new answers' },
  { name: 'known', label: 'Known', about: 'stored before, unchanged' },
  { name: 'changed', label: 'Changed', about: 'known id, other content' },
  { name: 'empty', label: 'Empty', about: 'no score, no comment' },
  { name: 'rejected', label: 'Rejected', about: 'could not be read' },
]

export function Counts({ counts }: { counts: Record<Name, number> }) {
  return (
    <dl className="mt-5 grid grid-cols-2 gap-4 wide:grid-cols-6">
      {KINDS.map(({ name, label, about }) => (
        <div key={name}>
          <dt className="text-xs text-ink-2">{label}</dt>
          <dd className={name === 'rejected' && counts.rejected > 0 ? 'text-2xl font-semibold text-danger' : 'text-2xl font-semibold'}>
            {formatNumber(counts[name])}
          </dd>
          <dd className="text-xs text-ink-3">{about}</dd>
        </div>
      ))}
    </dl>
  )
}
