'use client'

import { Select } from '#ui/select'
import { Row, Table, Td, Th } from '#ui/table'
import { useWords } from '#words'
import { assign, isRated, type Mapping, type Meaning, MEANINGS, placeOf, type Preview, type RatedPlace, type RatedPlaces, valuesOf } from './mapping'
import { RatedPlaceFields } from './rated-place-fields'

type ColumnsProps = {
  preview: Preview
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  places: RatedPlaces
  onPlace: (column: string, place: RatedPlace) => void
  faults: Record<string, Partial<RatedPlace>>
}

const STAGES = 'import-stages'

/** One row a column: its name, what stands in it, and what it is. */
export function ColumnsTable({ preview, mapping, onChange, places, onPlace, faults }: ColumnsProps) {
  const t = useWords('imports')
  const meanings = MEANINGS.map(({ value, word }) => ({ value, label: t(`meanings.${word}`) }))
  const stages = [...new Set(Object.values(places).map(({ stage }) => stage.trim()))].filter((stage) => stage !== '')
  return (
    <>
      <datalist id={STAGES}>
        {stages.map((stage) => (
          <option key={stage} value={stage} />
        ))}
      </datalist>
      <Table caption={t('columns.caption')} className="max-wide:table-fixed">
        <thead>
          <tr>
            <Th>{t('columns.column')}</Th>
            <Th className="max-wide:hidden">{t('columns.first')}</Th>
            <Th className="w-96 max-wide:w-48">{t('columns.used')}</Th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column) => {
            const values = valuesOf(preview, column, 3).join(' · ')
            return (
              <Row key={column}>
                <Th scope="row" className="max-w-56 py-2 font-mono break-words whitespace-normal!">
                  {column}
                  <span className="line-clamp-2 font-sans text-xs font-normal text-ink-3 wide:hidden">{values}</span>
                </Th>
                <Td className="max-w-80 max-wide:hidden">
                  <span className="line-clamp-2 text-ink-2">{values || t('columns.empty')}</span>
                </Td>
                <Td className="py-2">
                  <Select
                    label={t('columns.use', { column })}
                    labelPlace="hidden"
                    value={mapping[column] ?? ''}
                    onChange={(meaning) => onChange(assign(mapping, column, meaning as Meaning))}
                    options={meanings}
                    className="[&>button]:w-full"
                  />
                  {isRated(mapping, column) && (
                    <RatedPlaceFields
                      column={column}
                      place={placeOf(places, column)}
                      faults={faults[column]}
                      stageList={STAGES}
                      onChange={(place) => onPlace(column, place)}
                    />
                  )}
                </Td>
              </Row>
            )
          })}
        </tbody>
      </Table>
    </>
  )
}
