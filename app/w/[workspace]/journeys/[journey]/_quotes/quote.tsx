import type { ReactNode } from 'react'
import { useSay, useWords } from '#words'
import type { Quote } from '#lib/maps/quotes/types'
import { classes } from '#ui/classes'
import { scoreText } from '../_panel/score'

const RULES = { positive: 'border-(--pu-p3)', negative: 'border-(--pu-n3)', neutral: 'border-line-strong' } as const

const SHORT = 90

/** The words with their mood as a rule at the left; its score and channel say it without the colour. */
export function QuoteText({ quote: { text, score, channel, mood }, mood: moodName, mark }: { quote: Quote; mood: string; mark?: ReactNode }) {
  const t = useWords('panel.scores')
  const say = useSay()
  const given = [score && `${t(score.instrument)} ${scoreText(say, score)}`, channel].filter(Boolean).join(' · ')
  // Beside few words there is room for who said them; many are cut before that.
  const isShort = text.length <= SHORT
  const by = (
    <span className={classes('text-ink-3', isShort ? 'whitespace-nowrap' : 'block')}>
      {mood && <span className="sr-only">{moodName}, </span>}
      {given}
    </span>
  )
  return (
    <blockquote className={classes('border-l-2 pl-2 text-xs', RULES[mood ?? 'neutral'])}>
      <p className={classes('wrap-anywhere', !isShort && 'line-clamp-4')}>
        {mark}
        {text}
        {isShort && ' '}
        {isShort && by}
      </p>
      {!isShort && by}
    </blockquote>
  )
}
