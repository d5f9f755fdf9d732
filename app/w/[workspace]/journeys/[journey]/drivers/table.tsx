import { Row, Table, Td, Th } from '#ui/table'
import type { Dot } from './dots'

/** The same numbers as the quadrant, and those that it leaves out. */
export function DriverTable({ dots, place, outcome, weighted }: { dots: readonly Dot[]; place: string; outcome: string; weighted: boolean }) {
  return (
    <Table caption={`${place}s by how they go together with ${outcome}`}>
      <thead>
        <tr>
          <Th>{place}</Th>
          <Th numeric>r with outcome</Th>
          <Th numeric>95 % interval</Th>
          <Th numeric>People</Th>
          <Th numeric>Spearman</Th>
          {weighted && <Th numeric>Weight</Th>}
          <Th numeric>Emotion index</Th>
          <Th>Quadrant</Th>
        </tr>
      </thead>
      <tbody>
        {dots.map((dot) => (
          <Row key={dot.key}>
            <Th scope="row">{dot.name}</Th>
            <Td numeric className="font-semibold">
              <span data-number={dot.pointer}>{dot.r}</span>
            </Td>
            <Td numeric>{dot.range || <span className="text-ink-3">{dot.why}</span>}</Td>
            <Td numeric>{dot.n}</Td>
            <Td numeric>
              <span data-number={`${dot.pointer}/spearman`}>{dot.spearman}</span>
            </Td>
            {weighted && (
              <Td numeric>
                <span data-number={`${dot.pointer}/weight`}>{dot.weight}</span>
              </Td>
            )}
            <Td numeric>
              <span data-number={`${dot.pointer}/performance`}>{dot.performance}</span>
            </Td>
            <Td>{dot.quadrant}</Td>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
