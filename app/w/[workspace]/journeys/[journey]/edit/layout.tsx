import type { ReactNode } from 'react'
import { Speak } from '../../../../../_words/speak'

export default function EditLayout({ children }: { children: ReactNode }) {
  return <Speak areas={['editor']}>{children}</Speak>
}
