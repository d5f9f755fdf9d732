import { useSay, useWords } from '#words'

const KINDS = ['rows', 'accepted', 'known', 'changed', 'empty', 'rejected'] as const

type CountsProps = { counts: Record<(typeof KINDS)[number], number> & { state: string } }

export function Counts({ counts }: CountsProps) {
  const [t, say] = [useWords('imports.one'), useSay()]
  return (
    <dl className="mt-5 grid grid-cols-2 gap-4 wide:grid-cols-6">
      {KINDS.map((name) => (
        <div key={name}>
          <dt className="text-xs text-ink-2">{t(`counts.${name}`)}</dt>
          <dd className={name === 'rejected' && counts.rejected > 0 ? 'text-2xl font-semibold text-danger' : 'text-2xl font-semibold'}>
            {say.number(counts[name])}
          </dd>
          <dd className="text-xs text-ink-3">{t(`about.${name === 'rows' && counts.state === 'done' ? 'all' : name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
