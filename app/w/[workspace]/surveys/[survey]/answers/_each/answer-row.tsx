import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { classes } from '#ui/classes'
import { heatShade } from '#ui/heat-cell'
import { Menu, MenuItem, MenuLine } from '#ui/menu'
import { useWords } from '#words'
import type { ShownAnswer, ShownScore } from './shown'

type Review = { selected: boolean; onSelect: (range: boolean) => void; onDecide: (held: boolean) => void; onErase: () => void }

type RowProps = { answer: ShownAnswer; versionsHref: string; review: Review | null }

export function AnswerRow({ answer, versionsHref, review }: RowProps) {
  const t = useWords('answers')
  const { id, held, reviewed, reasons, scores, words, texts, all, facts, version } = answer
  const name = t('each.name', { moment: facts[0] ?? '' })
  return (
    <li data-answer={id} className={classes('flex gap-3 border-b border-grid px-3.5 py-3 last:border-b-0', review?.selected && 'bg-accent-soft')}>
      {review && (
        // The whole margin is the target. A click tells of Shift, a change does not.
        <label className="-m-2 flex cursor-pointer p-2">
          <input
            type="checkbox"
            aria-label={t('each.select', { name })}
            checked={review.selected}
            onChange={() => {}}
            onClick={(event) => review.onSelect(event.shiftKey)}
            className="mt-0.5 size-4 accent-accent"
          />
        </label>
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-1.5">
          {scores.map((score, i) => (
            <Score key={`${score.name} ${i}`} score={score} />
          ))}
          {words.map((word, i) => (
            <Chip key={`${word} ${i}`} className="h-auto min-h-5 whitespace-normal!">
              {word}
            </Chip>
          ))}
          {held && <Chip tone="warn">{t('each.held')}</Chip>}
          {!held && reviewed && <Chip>{t('each.countedAfter')}</Chip>}
        </div>
        {texts.map((text, i) => (
          <p key={i} className="mt-1.5 max-w-180 text-sm wrap-anywhere whitespace-pre-line">
            {text}
          </p>
        ))}
        {reasons.length > 0 && (
          <p className={classes('mt-1.5 text-sm', held ? 'text-warn' : 'text-ink-3')}>
            {held ? reasons.join(' · ') : t('each.wasHeld', { reasons: reasons.join(' · ') })}
          </p>
        )}
        <div className="mt-1 items-baseline text-xs text-ink-3 wide:flex wide:flex-wrap">
          <p className="wrap-anywhere">
            {facts.join(' · ')} ·{' '}
            <Link href={`${versionsHref}/${version}`} prefetch={false} className="whitespace-nowrap underline underline-offset-2 max-wide:py-2">
              {t('each.version', { version })}
            </Link>
          </p>
          {all.length > 1 && <Everything all={all} />}
        </div>
      </div>
      {review && <Actions name={name} held={held} review={review} />}
    </li>
  )
}

function Score({ score: { name, text, index } }: { score: ShownScore }) {
  return (
    <span className="inline-flex h-5.5 items-center gap-1.5 rounded-sm px-1.5 text-xs tabular-nums" style={heatShade(index, false)}>
      {name} <b className="font-semibold">{text}</b>
    </span>
  )
}

/** Each question beside what was said to it. */
function Everything({ all }: Pick<ShownAnswer, 'all'>) {
  const t = useWords('answers')
  return (
    <details className="wide:ml-3 wide:open:ml-0 wide:open:w-full">
      <summary className="w-max cursor-pointer rounded-sm text-ink-2 hover:text-ink max-wide:py-2">{t('each.everything')}</summary>
      <dl className="mt-1.5 mb-1 grid text-sm max-w-180 gap-x-4 gap-y-1 wide:grid-cols-[2fr_3fr]">
        {all.map(({ question, said }, i) => (
          <div key={i} className="contents">
            <dt className="text-ink-2 wrap-anywhere max-wide:mt-1">{question}</dt>
            <dd className="text-ink wrap-anywhere whitespace-pre-line">{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Actions({ name, held, review }: { name: string; held: boolean; review: Review }) {
  const t = useWords('answers')
  return (
    <div className="flex shrink-0 items-start gap-1">
      {held && (
        <Button onClick={() => review.onDecide(false)} className="max-wide:hidden" aria-label={t('each.countOne', { name })}>
          {t('each.count')}
        </Button>
      )}
      <Menu
        trigger={
          <Button look="ghost" size="icon" aria-label={t('each.moreFor', { name })}>
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem onSelect={() => review.onDecide(!held)}>{held ? t('each.count') : t('each.holdBack')}</MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={review.onErase}>
          {t('each.eraseMore')}
        </MenuItem>
      </Menu>
    </div>
  )
}
