import type { ReactNode } from 'react'
import { Speak } from '../../_words/speak'

export default function SharedLayout({ children }: { children: ReactNode }) {
  return <Speak areas={['campaigns', 'compare', 'exchange', 'explain', 'live', 'map', 'pain', 'panel', 'personas', 'shares', 'show', 'trends', 'versions']}>{children}</Speak>
}
