import { ButtonLink } from '#ui/button'
import { useWords } from '#words'
import { Piece } from './piece'
import { linkWith } from './snippets'

/** A link for each person: made in bulk on a page of its own. */
export function PeopleTab({ base, isInvited }: { base: string; isInvited: boolean }) {
  const t = useWords('surveys')
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-2">{t('share.people.says')}</p>
      {isInvited && <p className="text-sm text-ink-2">{t('share.people.only')}</p>}
      <div>
        <ButtonLink href={`${base}/invitations`}>{t('share.people.make')}</ButtonLink>
      </div>
      <p className="text-xs text-ink-3">{t('share.people.most')}</p>
    </div>
  )
}

/** A screen that stands somewhere and is used by one person after the other. */
export function KioskTab({ link, note }: { link: string; note: string | undefined }) {
  const t = useWords('surveys')
  return (
    <div className="grid gap-3">
      <Piece title={t('share.kiosk.title')} text={linkWith(link, { kiosk: '1', source: 'kiosk', channel: 'kiosk' })} note={note} open={note === undefined} />
      <ul className="grid list-disc gap-1 pl-4 text-sm text-ink-2">
        <li>{t('share.kiosk.anew')}</li>
        <li>{t('share.kiosk.left')}</li>
        <li>{t('share.kiosk.secret')}</li>
      </ul>
    </div>
  )
}
