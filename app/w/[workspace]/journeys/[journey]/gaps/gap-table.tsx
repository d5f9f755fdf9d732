import { Check } from 'lucide-react'
import Link from 'next/link'
import { useWords } from '#words'
import { type Gap, GAP_KINDS, type Gaps } from '#lib/maps/gaps/types'
import { Card } from '#ui/card'
import { Row, Table, Td, Th } from '#ui/table'
import { gapWords, mendHref } from './words'

type GapProps = { found: Gaps; slug: string; mayEdit: boolean }

/** A row a stage, a column for each thing that it needs: what is missing stands there with the way to mend it (from 900 px). */
export function GapTable({ found, slug, mayEdit }: GapProps) {
  const t = useWords('campaigns')
  return (
    <Card className="max-wide:hidden">
      <Table caption={t('gap.title')}>
        <thead>
          <tr>
            <Th>{t('gap.stage')}</Th>
            {GAP_KINDS.map((kind) => (
              <Th key={kind}>{t(`gap.kind.${kind}`)}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.stages.map((stage) => (
            <Row key={stage.key}>
              <Th scope="row" className="whitespace-normal wrap-anywhere">
                {stage.name}
              </Th>
              {GAP_KINDS.map((kind) => {
                const gap = found.gaps.find((one) => one.stage === stage.key && one.kind === kind)
                return <Td key={kind} className="py-2">{gap ? <Missing gap={gap} stage={stage} slug={slug} journey={found.journey.key} mayEdit={mayEdit} /> : <There says={t('gap.filled', { kind: t(`gap.kind.${kind}`), stage: stage.name })} />}</Td>
              })}
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}

const There = ({ says }: { says: string }) => (
  <>
    <Check aria-hidden className="size-4 text-ink-3" />
    <span className="sr-only">{says}</span>
  </>
)

type MissingProps = { gap: Gap; stage: { key: string; name: string }; slug: string; journey: string; mayEdit: boolean }

function Missing({ gap, stage, slug, journey, mayEdit }: MissingProps) {
  const t = useWords('campaigns')
  const { says, short, mend } = gapWords(gap, stage, t)
  return (
    <span className="block text-sm" title={says}>
      <span className="block text-ink-2">
        <span aria-hidden>{short}</span>
        <span className="sr-only">{says}</span>
      </span>
      {mayEdit && (
        <Link href={mendHref(gap, { slug, journey })} prefetch={false} aria-label={`${mend}: ${stage.name}`} className="link inline-block min-h-6 text-xs">
          {mend}
        </Link>
      )}
    </span>
  )
}

/** A card for each stage that lacks something (narrow screens). */
export function GapCards({ found, slug, mayEdit }: GapProps) {
  const t = useWords('campaigns')
  const lacking = found.stages.map((stage) => ({ stage, gaps: found.gaps.filter((gap) => gap.stage === stage.key) })).filter(({ gaps }) => gaps.length > 0)
  return (
    <ul className="grid gap-3 wide:hidden">
      {lacking.map(({ stage, gaps }) => (
        <li key={stage.key}>
          <Card className="px-4 py-3">
            <h2 className="flex items-baseline justify-between gap-3 text-base font-semibold">
              <span className="min-w-0 wrap-anywhere">{stage.name}</span>
              <span className="shrink-0 text-sm font-normal text-ink-2">{t('lane.gaps', { n: gaps.length })}</span>
            </h2>
            <ul>
              {gaps.map((gap) => {
                const { says, mend } = gapWords(gap, stage, t)
                return (
                  <li key={gap.kind} className="flex items-center justify-between gap-3 border-t border-grid text-sm">
                    <span className="py-2">{says}</span>
                    {mayEdit && (
                      <Link href={mendHref(gap, { slug, journey: found.journey.key })} prefetch={false} aria-label={`${mend}: ${stage.name}`} className="link inline-flex min-h-11 shrink-0 items-center">
                        {mend}
                      </Link>
                    )}
                  </li>
                )
              })}
            </ul>
          </Card>
        </li>
      ))}
    </ul>
  )
}
