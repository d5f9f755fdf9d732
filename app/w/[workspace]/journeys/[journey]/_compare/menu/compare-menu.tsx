'use client'

import { ChevronDown } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button'
import { ChoiceLink } from '#ui/choice-link'
import { Popover } from '#ui/popover'
import { useWords } from '#words'
import { PERSONA } from '#lib/journeys/personas/definition'
import { type Filter, filterQuery, withGroup } from '../../_filter/address'
import { RangeForm } from '../../_filter/range-form'
import { type Dimension, dimensionName } from '../groups'
import type { Offer, Offers } from './offers'
import { PairForm } from './pair-form'

type MenuProps = { filter: Filter; offers: Offers; dimensions: readonly Dimension[]; count: number }

/** What the map is compared with: earlier days, days of one's own, other groups. Each choice is an address. */
export function CompareMenu({ filter, offers, dimensions, count }: MenuProps) {
  const [t, words] = [useWords('personas'), useWords('compare')]
  const [open, setOpen] = useState(false)
  const router = useRouter()
  const path = usePathname()
  const go = (next: Filter) => {
    setOpen(false)
    router.push(path + filterQuery(next), { scroll: false })
  }
  const add = (...more: string[]) => [...(filter.compare ?? []), ...more]
  const pairs = dimensions.filter(({ options }) => options.length > 1)
  const close = () => setOpen(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={words('menu.label')}
      className="w-80"
      trigger={
        <Button>
          {words('menu.button')}
          {count > 0 && <span className="font-normal text-ink-2">{words.rich('menu.count', { n: count, sr: (chunks) => <span className="sr-only">{chunks}</span> })}</span>}
          <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
        </Button>
      }
    >
      <Part title={words('menu.days')}>
        <OfferList offers={offers.days} isFull={offers.isFull} onChoose={close} />
        {!offers.isFull && <RangeForm submit={words('range.submit')} onRange={(from, to) => go({ ...filter, compare: add(`period:${from}..${to}`) })} />}
      </Part>
      {offers.all.length > 0 && (
        <Part title={t('map.allTitle')}>
          <OfferList offers={offers.all.map((offer) => ({ ...offer, label: offer.label === PERSONA ? t('map.all') : t('map.allOf', { name: dimensionName(words, offer.label) }) }))} isFull={false} onChoose={close} />
        </Part>
      )}
      {offers.groups.length > 0 && (
        <Part title={offers.groupsTitle}>
          <OfferList offers={offers.groups} isFull={offers.isFull} onChoose={close} />
        </Part>
      )}
      {offers.groupsTitle === '' && pairs.length > 0 && !offers.isFull && (
        <Part title={words('menu.groups')}>
          <PairForm dimensions={pairs} onPair={(group, other) => go(withGroup({ ...filter, compare: add(other) }, group))} />
        </Part>
      )}
      {offers.isFull && <p className="border-t border-line px-2.5 py-2 text-xs text-ink-2">{words('menu.full')}</p>}
      {offers.stop && (
        <div className="border-t border-line pt-1">
          <ChoiceLink href={offers.stop} onChoose={close}>
            {words('menu.stop')}
          </ChoiceLink>
        </div>
      )}
    </Popover>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pb-1 first:border-t-0">
      <h2 className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-2">{title}</h2>
      {children}
    </section>
  )
}

function OfferList({ offers, isFull, onChoose }: { offers: readonly Offer[]; isFull: boolean; onChoose: () => void }) {
  return (
    <ul>
      {offers
        .filter(({ isOn }) => isOn || !isFull)
        .map(({ label, detail, href, isOn }) => (
          <li key={label}>
            <ChoiceLink href={href} isOn={isOn} detail={detail} onChoose={onChoose}>
              {label}
            </ChoiceLink>
          </li>
        ))}
    </ul>
  )
}
