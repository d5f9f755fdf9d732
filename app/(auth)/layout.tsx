import type { ReactNode } from 'react'
import { Speak } from '../_words/speak'

export default function EntranceLayout({ children }: { children: ReactNode }) {
  return <Speak areas={['auth']}>{children}</Speak>
}
