import { ButtonLink } from '#ui/button'
import { Logo } from '#ui/logo'
import { useWords } from '#words'

export default function NotFound() {
  const t = useWords('ui.nowhere')
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-(--page)">
      <Logo />
      <h1 className="mt-8 text-2xl font-semibold tracking-tight">{t('title')}</h1>
      <p className="mt-1.5 text-ink-2">{t('says')}</p>
      <p className="mt-5">
        <ButtonLink href="/" look="primary">
          {t('back')}
        </ButtonLink>
      </p>
    </main>
  )
}
