import Link from 'next/link'
import { classes } from '#ui/classes'
import { useWords } from '#words'

const PAGES = [
  { value: 'edit', path: '' },
  { value: 'answers', path: '/answers' },
  { value: 'invitations', path: '/invitations' },
  { value: 'why', path: '/why' },
  { value: 'versions', path: '/versions' },
] as const

type TabsProps = { slug: string; id: string; current: (typeof PAGES)[number]['value']; mayEdit?: boolean; className?: string }

/** The pages of one survey, each with an address of its own; below its head, on every one of them. */
export function SurveyTabs({ slug, id, current, mayEdit = true, className }: TabsProps) {
  const t = useWords('surveys')
  return (
    <nav aria-label={t('tabs.label')} className={classes('flex gap-4.5 overflow-x-auto border-b border-line text-sm', className)}>
      {PAGES.map(({ value, path }) => (
        <Link
          key={value}
          href={`/w/${slug}/surveys/${id}${path}`}
          prefetch={false}
          aria-current={value === current ? 'page' : undefined}
          className="-mb-px border-b-2 border-transparent pt-1 pb-2 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink max-wide:py-2.5"
        >
          {value === 'edit' && !mayEdit ? t('tabs.questions') : t(`tabs.${value}`)}
        </Link>
      ))}
    </nav>
  )
}
