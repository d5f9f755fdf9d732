import { type Buckets, bucketOf, bucketShares } from './buckets'
import { type AskedInstrument, SCALES } from './instruments'
import type { Tally } from './tally'

export type Spread = { steps: { label: string; bucket: keyof Buckets; n: number }[]; buckets: Buckets }

// The eleven classes of e in hundredths (METRICS 1): five equal ones on each side of the neutral bucket.
const SENTIMENT_CLASSES = [
  '−100 to −86', '−85 to −71', '−70 to −56', '−55 to −41', '−40 to −25', '−24 to +24',
  '+25 to +40', '+41 to +55', '+56 to +70', '+71 to +85', '+86 to +100',
]

/** How answers spread over the steps of their scale, lowest first. Example: csat 3, 5, 12, 40, 60 -> five steps '1'..'5'. */
export function spreadOf(instrument: AskedInstrument, t: Tally): Spread {
  const { lo, hi } = instrument === 'sentiment' ? { lo: 0, hi: 10 } : SCALES[instrument]
  const classes = Array.from({ length: hi - lo + 1 }, (_, i) => lo + i)
  const steps = classes.map((step) => ({
    label: instrument === 'sentiment' ? (SENTIMENT_CLASSES[step] ?? '') : String(step),
    bucket: bucketOf(instrument, step),
    n: t.c[step] ?? 0,
  }))
  return { steps, buckets: bucketShares(instrument, t) }
}
