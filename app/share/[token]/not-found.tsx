import { useWords } from '#words'
import { Message } from './_door/message'

/** Guessed, mistyped and revoked addresses look alike. */
export default function NoShare() {
  const t = useWords('shares')
  return <Message title={t('public.goneTitle')} text={t('public.goneText')} />
}
