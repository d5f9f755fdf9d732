import { RULES } from '#lib/people/asking/decide'

/** What each rule asks for, in a sentence. Their order is that in which they are asked. */
export const RULE_SENTENCES: Readonly<Record<string, string>> = {
  state: 'Drafts, closed and archived surveys ask nobody.',
  window: 'Before its first and after its last day a survey asks nobody.',
  limit: 'With as many answers as it takes, it asks nobody else.',
  invited: 'A survey for invited people is shown by personal link only.',
  origin: 'Where it names sites, it is shown on these alone.',
  place: 'What stands open on a page is there for everybody. People are not pestered by it, so nothing below holds it back.',
  trigger: 'It waits for the event or the pages that it names; without either only the page’s own call shows it.',
  attributes: 'Every attribute that it names must be as it says.',
  button: 'A feedback button is pressed by people themselves, so nothing below holds it back.',
  answered: 'Whoever has answered is not asked again, unless the survey may be answered again and again.',
  shown: 'It is shown once, or as often as it says.',
  recontact: 'Where it names days of its own, these have passed since it last asked this person.',
  cap_all: 'Enough days have passed since any survey of the workspace asked this person.',
  cap_stage: 'The same within the stage.',
  cap_journey: 'The same within the journey.',
  percentage: 'The person is in the share of people that it asks: drawn once for each version, not anew at each visit.',
}

export const RULE_LIST = RULES.map(({ rule, name }) => ({ rule, name, says: RULE_SENTENCES[rule] ?? '' }))
