import type { Metadata } from 'next'
import { USUAL_CAPS } from '#lib/people/types'
import { useWords } from '#words'
import { readWords } from '../../_words/server'
import { Chapter, Contents } from '../_page/chapter'
import { RULE_IDS } from './rules'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords('help'))('asking.title') }
}

const PARTS = ['asked', 'held', 'kept'] as const

export default function AskingPage() {
  const t = useWords('help.asking')
  return (
    <main className="mx-auto flex max-w-216 gap-8 px-(--page) pt-8 pb-24 max-wide:flex-col max-wide:gap-5">
      <Contents parts={PARTS.map((id) => ({ id, title: t(`parts.${id}`) }))} />
      <article className="w-full max-w-160 min-w-0 text-base">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-2">{t('intro')}</p>
        <Asked />
        <Held />
        <Kept />
      </article>
    </main>
  )
}

function Asked() {
  const t = useWords('help')
  return (
    <Chapter part={{ id: 'asked', title: t('asking.parts.asked') }}>
      <p>{t('asking.rules')}</p>
      <ol className="mt-3 list-decimal pl-6 marker:text-ink-3">
        {RULE_IDS.map((rule) => (
          <li key={rule} className="border-t border-grid py-2 pl-1 first:border-t-0">
            <b className="font-semibold">{t(`rules.${rule}.name`)}.</b> {t(`rules.${rule}.says`)}
          </li>
        ))}
      </ol>
      <p>{t('asking.caps', { triggered: USUAL_CAPS.all.triggered ?? '', relationship: USUAL_CAPS.all.relationship ?? '' })}</p>
      <p>{t('asking.links')}</p>
    </Chapter>
  )
}

const REASONS = ['trap', 'blink', 'proof', 'again', 'computing', 'flood'] as const

function Held() {
  const t = useWords('help.asking')
  return (
    <Chapter part={{ id: 'held', title: t('parts.held') }}>
      <p>{t('held')}</p>
      <ul className="mt-3">
        {REASONS.map((reason) => (
          <li key={reason} className="border-t border-grid py-2">
            <b className="font-semibold">{t(`reasons.${reason}.name`)}</b> {t(`reasons.${reason}.says`)}
          </li>
        ))}
      </ul>
      <p>{t('heldAfter')}</p>
    </Chapter>
  )
}

const MODES = ['anonymous', 'pseudonymous', 'identified'] as const

function Kept() {
  const t = useWords('help.asking')
  return (
    <Chapter part={{ id: 'kept', title: t('parts.kept') }}>
      <p>{t('kept')}</p>
      <ul className="mt-3">
        {MODES.map((mode) => (
          <li key={mode} className="border-t border-grid py-2">
            <b className="font-semibold">{t(`modes.${mode}.name`)}</b> {t(`modes.${mode}.says`)}
          </li>
        ))}
      </ul>
      <p>{t('ledger')}</p>
      <p>{t('written')}</p>
    </Chapter>
  )
}
