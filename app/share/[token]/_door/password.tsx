import { useWords } from '#words'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Message } from './message'

/** A plain form: it works before any script has come, and the address it goes to answers with the map. */
export function PasswordDoor({ token, query, refused }: { token: string; query: string; refused: string | undefined }) {
  const t = useWords('shares')
  const error = refused === 'often' || refused === 'wrong' || refused === 'failed' ? t(`public.${refused}`) : undefined
  return (
    <Message title={t('public.lockedTitle')} text={t('public.lockedText')}>
      <form method="post" action={`/share/${token}/open${query}`} className="mt-5 grid gap-4">
        <TextField label={t('public.password')} name="password" type="password" autoComplete="off" error={error} required maxLength={200} autoFocus />
        <Button type="submit" look="primary" size="lg" className="justify-self-start">
          {t('public.enter')}
        </Button>
      </form>
    </Message>
  )
}
