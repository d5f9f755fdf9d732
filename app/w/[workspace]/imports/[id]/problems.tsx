import { Card } from '#ui/card'
import { Row, Table, Td, Th } from '#ui/table'
import type { RowProblem } from '#lib/imports/summary'
import { useSay, useWords } from '#words'

export function Problems({ problems, total }: { problems: readonly RowProblem[]; total: number }) {
  const [t, say] = [useWords('imports.one'), useSay()]
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg font-semibold tracking-tight">
        {t('problems')} <span className="text-base font-normal text-ink-3">{say.number(total)}</span>
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        {t('mend')} {problems.length < total && t('firstOnes', { count: say.number(problems.length) })}
      </p>
      <Card>
        <Table caption={t('problems')}>
          <thead>
            <tr>
              <Th numeric className="w-px">
                {t('line')}
              </Th>
              <Th className="w-px max-wide:hidden">{t('what')}</Th>
              <Th>{t('why')}</Th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, kind, reason }) => (
              <Row key={`${line} ${kind}`}>
                <Td numeric>{say.number(line)}</Td>
                <Td className="max-wide:hidden">{t(`counts.${kind}`)}</Td>
                <Td className="py-2 wrap-anywhere">
                  <span className="wide:hidden">{t(`counts.${kind}`)}: </span>
                  {reason}
                </Td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  )
}
