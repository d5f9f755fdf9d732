import type { ReactNode } from 'react'
import { Speak } from '../../../_words/speak'

export default function SurveysLayout({ children }: { children: ReactNode }) {
  return <Speak areas={['answers', 'questions', 'surveys']}>{children}</Speak>
}
