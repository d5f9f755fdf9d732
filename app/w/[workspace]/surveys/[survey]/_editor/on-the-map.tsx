import { useWords } from '#words'
import { type Stage, stageOf } from '../../_place/place-fields'

type Props = { journey: { key: string; name: string }; stages: readonly Stage[]; touchpoint: string | null }

/** Where every answer of this survey lands, by the keys that the API knows. */
export function OnTheMap({ journey, stages, touchpoint }: Props) {
  const t = useWords('questions')
  const stage = stageOf(stages, touchpoint)
  const found = stage?.touchpoints.find(({ key }) => key === touchpoint)
  const lines: readonly [string, string, boolean][] = [
    [t('onTheMap.journey'), journey.name, false],
    [t('onTheMap.stage'), stage?.key ?? t('onTheMap.notSet'), true],
    [t('onTheMap.touchpoint'), found?.key ?? t('onTheMap.notSet'), true],
  ]
  return (
    <section aria-labelledby="on-the-map">
      <h2 id="on-the-map" className="mb-1 font-semibold">
        {t('onTheMap.title')}
      </h2>
      <dl className="text-sm">
        {lines.map(([name, value, isKey]) => (
          <div key={name} className="grid grid-cols-[110px_1fr] border-b border-grid py-1 last:border-0">
            <dt className="text-ink-2">{name}</dt>
            <dd className={isKey ? 'font-mono text-xs leading-5 break-all' : 'normal-nums'}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
