import { ButtonLink } from '#ui/button'
import { Piece } from './piece'
import { linkWith } from './snippets'

/** A link for each person: made in bulk on a page of its own. */
export const PeopleTab = ({ base, isInvited }: { base: string; isInvited: boolean }) => (
  <div className="grid gap-3">
    <p className="text-sm text-ink-2">
      A signed link for each person: it brings along who they are, works once or as often as you say, and expires. Whoever was asked
      lately is left out.
    </p>
    {isInvited && <p className="text-sm text-ink-2">This survey can be answered by such a link only.</p>}
    <div>
      <ButtonLink href={`${base}/invitations`}>Make and see personal links</ButtonLink>
    </div>
    <p className="text-xs text-ink-3">Up to 10,000 at a time, from a CSV file or by the API.</p>
  </div>
)

/** A screen that stands somewhere and is used by one person after the other. */
export const KioskTab = ({ link, note }: { link: string; note: string | undefined }) => (
  <div className="grid gap-3">
    <Piece title="Open it in full screen on a tablet at the counter." text={linkWith(link, { kiosk: '1', source: 'kiosk', channel: 'kiosk' })} note={note} open={note === undefined} />
    <ul className="grid list-disc gap-1 pl-4 text-sm text-ink-2">
      <li>After the thanks it begins anew by itself, for the next person.</li>
      <li>Left in the middle, it begins anew after 45 seconds. What was given until then is kept.</li>
      <li>Nobody sees what the one before has written.</li>
    </ul>
  </div>
)
