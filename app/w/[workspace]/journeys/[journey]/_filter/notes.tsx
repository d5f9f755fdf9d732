import Link from 'next/link'
import type { ReactNode } from 'react'
import { Banner } from '#ui/banner'
import { useWords } from '#words'
import type { JourneyMap } from '#lib/maps/types'
import { groupText } from '../_compare/groups'
import { type Filter, filterQuery, withGroup, withoutPanel } from './address'
import { asksUncounted, type SearchParams } from './filter'
import { missingOf } from './missing'

type NotesProps = { map: JourneyMap; base: string; filter: Filter; address: SearchParams; fault: string | null; earlier: boolean; mayEdit: boolean }

/** Above the map, where it is not what its address asked for or not what it soon will be: a sentence each, and what to do. */
export function Notes({ map, base, filter, address, fault, earlier, mayEdit }: NotesProps) {
  const t = useWords('map')
  const compare = useWords('compare')
  const missing = missingOf(map, filter.stage)
  const all = <Go href={base + filterQuery(withGroup(withoutPanel(filter), ''))}>{t('missing.all')}</Go>
  const rules = mayEdit && <Go href={`${base}/personas`}>{t('missing.rules')}</Go>
  return (
    <>
      {fault && <Note isWarning action={mayEdit && asksUncounted(address, map.dimensions) && <Go href={`${base}/personas#segments`}>{t('fault.segments')}</Go>}>{fault}</Note>}
      {!fault && earlier && <Note>{t('earlier', { period: t('preset.90d') })}</Note>}
      {missing === 'stage' && <Note isWarning>{t('missing.stage', { key: filter.stage ?? '' })}</Note>}
      {map.filter && (missing === 'persona' || missing === 'group') && (
        <Note action={rules && missing === 'persona' ? <>{rules} · {all}</> : all}>{t(`missing.${missing}`, { name: groupText(compare, map.filter, map.personas) })}</Note>
      )}
      {map.recounting && <Note>{t('recounting')}</Note>}
    </>
  )
}

function Note({ isWarning = false, action, children }: { isWarning?: boolean; action?: ReactNode; children: ReactNode }) {
  return (
    <Banner tone={isWarning ? 'warn' : 'note'} className="mt-3" action={action}>
      {children}
    </Banner>
  )
}

function Go({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} scroll={false} prefetch={false} className="link">
      {children}
    </Link>
  )
}
