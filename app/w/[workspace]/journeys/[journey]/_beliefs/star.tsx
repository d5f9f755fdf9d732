/** Five points, so that it is told from a round one without colour. */
export const STAR = 'M8 0.6L10.3 5.5L15.6 6.2L11.7 9.9L12.7 15.2L8 12.6L3.3 15.2L4.3 9.9L0.4 6.2L5.7 5.5Z'

export function Star({ size = 14, label }: { size?: number; label?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : true} className="shrink-0">
      <path d={STAR} fill="currentColor" />
    </svg>
  )
}
