import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { USUAL_CAPS } from '#lib/people/types'
import { Chapter, Contents } from '../_page/chapter'
import { RULE_LIST } from './rules'

export const metadata: Metadata = { title: 'Who is asked, and what is kept' }

const PART = {
  asked: { id: 'asked', title: 'Who is asked, and when' },
  held: { id: 'held', title: 'What is held back' },
  kept: { id: 'kept', title: 'What is kept of a person' },
} as const

export default function AskingPage() {
  return (
    <main className="mx-auto flex max-w-216 gap-8 px-(--page) pt-8 pb-24 max-wide:flex-col max-wide:gap-5">
      <Contents parts={Object.values(PART)} />
      <article className="w-full max-w-160 min-w-0 text-base">
        <h1 className="text-2xl font-semibold tracking-tight">Who is asked, and what is kept</h1>
        <p className="mt-2">
          A person’s patience is spent once. Before a survey comes up by itself, the server looks at what this person was asked before, by any survey, and says yes or no with one reason.
        </p>
        <Asked />
        <Held />
        <Kept />
      </article>
    </main>
  )
}

function Asked() {
  const { triggered, relationship } = USUAL_CAPS.all
  return (
    <Chapter part={PART.asked}>
      <p>
        These rules are asked one after the other. The first that says no is the reason that the page “Why” of a survey names, for a person and a moment; what comes behind it was not
        reached.
      </p>
      <ol className="mt-3 list-decimal pl-6 marker:text-ink-3">
        {RULE_LIST.map(({ rule, name, says }) => (
          <li key={rule} className="border-t border-grid py-2 pl-1 first:border-t-0">
            <b className="font-semibold">{name}.</b> {says}
          </li>
        ))}
      </ol>
      <p>
        Two kinds of survey have caps of their own: one that follows something that happened waits {triggered} days, one about the relationship as a whole {relationship} days, unless the
        workspace has set others. Between a survey of the one kind and one of the other, the shorter of the two holds. A personal invitation counts as being asked, and so does an answer,
        however it came.
      </p>
      <p>
        Links, e-mails and codes to scan are sent by people, who know whom they write to; these rules do not hold them back. Somebody without an id is known to their own browser only: it
        keeps a short list of what it showed, and tells it with its next question.
      </p>
    </Chapter>
  )
}

const REASONS: readonly [name: string, says: ReactNode][] = [
  ['A field that people do not see was filled in.', 'Programs fill in every field that they find.'],
  ['It was sent within a blink of being shown.', 'Less than 0.15 seconds for one answer or two, less than 0.3 for three or more.'],
  ['It says that it was shown, with a proof that is not ours.', 'Made up, changed, or of another survey. No proof at all is no suspicion: servers that send answers have none.'],
  ['It was sent again and again from one showing.', 'A person may go back and answer anew, or share a screen; the fourth answer from one showing is held.'],
  ['It came without the computing that the survey asks for.', 'Only where a survey has this switched on. It costs a person nothing, and a flood much.'],
  ['Very many came from one place on the network at once.', 'An office may answer behind one address: sixty at a time and one a second after that are counted. Answers with a proof of being shown, or by personal link, do not count towards it.'],
]

function Held() {
  return (
    <Chapter part={PART.held}>
      <p>
        An answer that looks as if no person had given it is stored, but no number counts it: it is held back. Nothing is dropped, and the sender is not told. What an answer says is never a
        reason, only how it came:
      </p>
      <ul className="mt-3">
        {REASONS.map(([name, says]) => (
          <li key={name} className="border-t border-grid py-2">
            <b className="font-semibold">{name}</b> {says}
          </li>
        ))}
      </ul>
      <p>
        Beside a number stands how many answers it counts, such as “412 of 420 counted”. Whoever may edit sees the others on the page “Answers” of the survey, each with its reasons, and
        lets them count or holds others back. The scores follow at once, and both can be undone; the response rate stays as it was counted when the answer came. A decision stays with the answer, also when the person changes what they said.
      </p>
    </Chapter>
  )
}

const MODES: readonly [name: string, says: string][] = [
  ['Anonymous, the usual.', 'No id is kept beside an answer, even where the page or a personal link knew one.'],
  ['Pseudonymous.', 'A code is kept in place of the id. One person’s answers can be told to be one person’s; only with the workspace’s secret key could it be worked out whose.'],
  ['Identified.', 'The id that your page or link gave is kept with the answer.'],
]

function Kept() {
  return (
    <Chapter part={PART.kept}>
      <p>Each survey says how it treats those who answer.</p>
      <ul className="mt-3">
        {MODES.map(([name, says]) => (
          <li key={name} className="border-t border-grid py-2">
            <b className="font-semibold">{name}</b> {says}
          </li>
        ))}
      </ul>
      <p>
        So that nobody is asked too often there is a list of who was asked when, of anonymous surveys too. It holds the code, the survey and the times, and nothing of what was said. No cookie
        is set for those who answer; no network address and no browser name is stored. To tell a flood from an office, parts of addresses are counted in memory, and forgotten.
      </p>
      <p>
        What people write may hold more than they meant to tell: e-mail addresses, phone and card numbers are masked for those who may only read. An answer can be erased, for good; what it
        counted goes with it.
      </p>
    </Chapter>
  )
}
