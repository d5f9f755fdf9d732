import Link from 'next/link'
import { classes } from '#ui/classes'

const PAGES = [
  { value: 'edit', path: '', label: 'Edit' },
  { value: 'answers', path: '/answers', label: 'Answers' },
  { value: 'invitations', path: '/invitations', label: 'Links' },
  { value: 'why', path: '/why', label: 'Why' },
  { value: 'versions', path: '/versions', label: 'Versions' },
] as const

type TabsProps = { slug: string; id: string; current: (typeof PAGES)[number]['value']; mayEdit?: boolean; className?: string }

/** The pages of one survey, each with an address of its own; below its head, on every one of them. */
export function SurveyTabs({ slug, id, current, mayEdit = true, className }: TabsProps) {
  return (
    <nav aria-label="Pages of this survey" className={classes('flex gap-4.5 overflow-x-auto border-b border-line text-sm', className)}>
      {PAGES.map(({ value, path, label }) => (
        <Link
          key={value}
          href={`/w/${slug}/surveys/${id}${path}`}
          prefetch={false}
          aria-current={value === current ? 'page' : undefined}
          className="-mb-px border-b-2 border-transparent pt-1 pb-2 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink max-wide:py-2.5"
        >
          {value === 'edit' && !mayEdit ? 'Questions' : label}
        </Link>
      ))}
    </nav>
  )
}
