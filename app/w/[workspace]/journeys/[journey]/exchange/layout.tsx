import type { ReactNode } from 'react'
import { Speak } from '../../../../../_words/speak'

export default function ExchangeLayout({ children }: { children: ReactNode }) {
  return <Speak areas={['exchange', 'journeys', 'surveys']}>{children}</Speak>
}
