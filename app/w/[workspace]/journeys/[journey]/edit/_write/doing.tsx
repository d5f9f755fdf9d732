'use client'

import { TextArea } from '#ui/field'
import { useWords } from '#words'
import { useLane } from '../_draft/editing'
import { LaneCell, Written } from './written'

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What the customer does at a stage, a line each. */
export function Doing({ stage }: { stage: { key: string; name: string } }) {
  const t = useWords('editor')
  const { cell, value } = useLane('doing', 'stage', stage.key)
  return (
    <LaneCell label={t('lane.doing')}>
      <Written
        cell={cell}
        name={t('at', { lane: t('lane.doing'), place: stage.name })}
        add={t('add.doing')}
        shown={
          value && (
            <span className="grid gap-0.5">
              {value.map((line, i) => (
                <span key={i} className="flex gap-1.5 wrap-anywhere before:mt-2 before:size-1 before:shrink-0 before:rounded-full before:bg-line-field">
                  {line}
                </span>
              ))}
            </span>
          )
        }
        fields={<TextArea label={t('lane.doing')} labelHidden name="lines" rows={4} autoFocus maxLength={1000} defaultValue={value?.join('\n')} hint={t('hint.doing')} />}
        read={(form) => {
          const lines = linesOf(String(form.get('lines')))
          return lines.length === 0 ? null : lines
        }}
      />
    </LaneCell>
  )
}
