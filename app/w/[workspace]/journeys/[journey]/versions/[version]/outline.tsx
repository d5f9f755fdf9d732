import type { MapDocument } from '#lib/journeys/document/schema'

/** The places of a map without its numbers. */
export function Outline({ document: { stages, touchpoints } }: { document: MapDocument }) {
  return (
    <ol className="grid gap-3 wide:auto-cols-fr wide:grid-flow-col wide:overflow-x-auto">
      {stages.map((stage) => (
        <li key={stage.key} className="rounded-lg border border-line bg-surface p-3 wide:min-w-44">
          <h2 className="text-base font-semibold wrap-anywhere">{stage.name}</h2>
          <ul className="mt-1.5 grid gap-1 text-sm text-ink-2">
            {touchpoints
              .filter((touchpoint) => touchpoint.stage === stage.key)
              .map((touchpoint) => (
                <li key={touchpoint.key} className="wrap-anywhere">
                  {touchpoint.name}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
