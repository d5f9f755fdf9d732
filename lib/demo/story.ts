/**
 * The invented company of the demo: how each stage feels, where it is asked, and what people write. `mood` is the middle of
 * the scale from -1 to 1; `turn` is what happens to it from `turnDaysAgo` on, so that the time lines have something to tell.
 */
export type Scene = {
  stage: string
  survey: string
  share: number
  mood: number
  turn?: { daysAgo: number; to: number }
  places: readonly { touchpoint: string; channel: string; weight: number; lift: number }[]
  /** What people write at each touchpoint. */
  said: Readonly<Record<string, { glad: readonly string[]; sad: readonly string[] }>>
}

export const COMPANY = 'Fernway'

/** Two ways of the wizard that are shown by turns; the second one does a little better. */
export const VARIANTS = { touchpoint: 'set-up-wizard', shown: [{ name: 'a', lift: -0.07 }, { name: 'b', lift: 0.07 }] } as const

/** What the company did, and what befell it: drawn on every time line. */
export const EVENTS = [
  { daysAgo: 80, kind: 'release', title: 'New set-up wizard', stage: 'onboarding' },
  { daysAgo: 21, kind: 'incident', title: 'Data import down for a day', stage: 'onboarding' },
  { daysAgo: 140, kind: 'price', title: 'New plans and prices' },
  { daysAgo: 230, kind: 'campaign', title: 'Spring webinars', stage: 'awareness' },
] as const

export const SCENES: readonly Scene[] = [
  {
    stage: 'awareness', survey: 'First impression', share: 0.06, mood: 0.36,
    places: [{ touchpoint: 'landing-page', channel: 'web', weight: 4, lift: 0 }, { touchpoint: 'webinar', channel: 'email', weight: 1, lift: 0.15 }],
    said: {
      'landing-page': { glad: ['The page told me in a minute what it does.', 'Clear examples, no big words.'], sad: ['I could not find the free plan.', 'Too many pop-ups on the first page.'] },
      webinar: { glad: ['The webinar answered my questions.'], sad: ['The video would not play.'] },
    },
  },
  {
    stage: 'consideration', survey: 'Plan comparison', share: 0.15, mood: 0.56,
    places: [
      { touchpoint: 'plans-page', channel: 'web', weight: 5, lift: 0 }, { touchpoint: 'sales-chat', channel: 'chat', weight: 2, lift: 0.15 },
      { touchpoint: 'product-demo', channel: 'phone', weight: 1, lift: 0.05 },
    ],
    said: {
      'plans-page': { glad: ['The comparison table answered it all.', 'Two plans, one page, no guessing.'], sad: ['Prices per seat were hard to compare.', 'It is not clear what counts as a user.'] },
      'sales-chat': { glad: ['Chat explained the two plans in five minutes.', 'Nobody pushed me into the big plan.'], sad: ['The chat sent me to the page that I came from.'] },
      'product-demo': { glad: ['The demo showed our own case.'], sad: ['I waited a week for the demo.'] },
    },
  },
  {
    stage: 'purchase', survey: 'After checkout', share: 0.24, mood: 0.46,
    places: [{ touchpoint: 'sign-up', channel: 'web', weight: 3, lift: 0.15 }, { touchpoint: 'payment', channel: 'web', weight: 3, lift: 0 }, { touchpoint: 'payment', channel: 'phone', weight: 1, lift: -0.6 }],
    said: {
      'sign-up': { glad: ['Signing up was two clicks.', 'No surprises at the end.'], sad: ['The tax number field rejected our number.', 'The confirmation took an hour to come.'] },
      payment: { glad: ['Paid in a minute, receipt at once.'], sad: ['My card was refused twice without a reason.', 'Could not pay by invoice.'] },
    },
  },
  {
    stage: 'onboarding', survey: 'After set-up', share: 0.26, mood: 0.34, turn: { daysAgo: 80, to: -0.02 },
    places: [
      { touchpoint: 'set-up-wizard', channel: 'app', weight: 5, lift: -0.1 }, { touchpoint: 'data-import', channel: 'app', weight: 3, lift: -0.62 },
      { touchpoint: 'welcome-e-mails', channel: 'email', weight: 2, lift: 0.35 },
    ],
    said: {
      'set-up-wizard': { glad: ['The team was in by lunch.', 'Each step said why it asks.'], sad: ['Set-up took our team most of a day.', 'Step six asks for things only our admin knows.', 'I had to start the wizard again from the beginning.'] },
      'data-import': { glad: ['Calendar import just worked.'], sad: ['Import stopped twice and nobody could say why.', 'Half of our dates came in wrong.'] },
      'welcome-e-mails': { glad: ['The welcome e-mails came at the right moment.', 'One tip a day, and each was of use.'], sad: ['Five e-mails in two days are too many.'] },
    },
  },
  {
    stage: 'use-support', survey: 'Support closed', share: 0.28, mood: 0.66,
    places: [
      { touchpoint: 'everyday-use', channel: 'app', weight: 5, lift: 0.05 }, { touchpoint: 'support-case', channel: 'chat', weight: 3, lift: 0.1 },
      { touchpoint: 'support-case', channel: 'phone', weight: 1, lift: -0.35 }, { touchpoint: 'help-centre', channel: 'web', weight: 1, lift: -0.1 },
    ],
    said: {
      'everyday-use': { glad: ['It simply works, every day.', 'Fast, and it stays out of the way.'], sad: ['The app is slow on Monday mornings.', 'Search does not find old projects.'] },
      'support-case': { glad: ['Support stayed until it was solved.', 'A real person answered within minutes.'], sad: ['Waited on hold, then had to explain twice.'] },
      'help-centre': { glad: ['The article had the very answer.'], sad: ['The help pages describe the old version.'] },
    },
  },
  {
    stage: 'renewal', survey: 'Renewal check-in', share: 0.01, mood: 0.4,
    places: [{ touchpoint: 'renewal-notice', channel: 'email', weight: 1, lift: 0 }],
    said: {
      'renewal-notice': { glad: ['The notice came in time and was clear.', 'One click, and we were renewed.'], sad: ['The price went up without a word.', 'The notice came on the day itself.'] },
    },
  },
]
