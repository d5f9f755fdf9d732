/** What stages of journeys are about, the words in their names that tell it, and how one asks there. */
export const STAGE_KINDS = {
  help: {
    tells: /support|help|service|fault|case|complain|hilfe|störung|kundendienst|reklam/i,
    ces: 'get help',
    csat: 'how your question was solved',
    felt: 'when we answered your question',
  },
  leave: {
    tells: /return|refund|cancel|churn|goodbye|leav|rückgabe|kündig|storn/i,
    ces: 'send something back or cancel',
    csat: 'how your return or cancellation was handled',
    felt: 'when you got your confirmation',
  },
  stay: {
    tells: /renew|loyal|upgrade|extend|verläng|treue/i,
    ces: 'renew',
    csat: 'what you get for what you pay',
    felt: 'when it was time to renew',
  },
  pay: {
    tells: /bill|invoice|rechnung/i,
    ces: 'understand your bill',
    csat: 'how clear your bill was',
    felt: 'when you read your bill',
  },
  buy: {
    tells: /buy|purchas|check-?out|order|book|basket|cart|sign-?up|pay|kauf|bestell|kasse|buch|vertrag/i,
    ces: 'place your order',
    csat: 'how ordering went',
    felt: 'when your order was placed',
  },
  receive: {
    tells: /deliver|shipp|parcel|equipment|pick-?up|liefer|versand|abhol/i,
    ces: 'receive what you ordered',
    csat: 'the delivery',
    felt: 'when it arrived',
  },
  start: {
    tells: /onboard|set-?up|activat|install|welcome|start|einricht|aktivier|einstieg/i,
    ces: 'get started',
    csat: 'how you were helped to get started',
    felt: 'while setting up',
  },
  visit: {
    tells: /visit|arriv|reception|examin|appointment|stay|besuch|ankunft|termin|untersuch/i,
    ces: 'find your way around',
    csat: 'the time that was taken for you',
    felt: 'during your visit',
  },
  compare: {
    tells: /compar|consider|evaluat|choos|advice|vergleich|beratung|auswahl/i,
    ces: 'find out what suits you',
    csat: 'what our pages told you',
    felt: 'while you were choosing',
  },
  discover: {
    tells: /discover|aware|first|search|inspir|entdeck|aufmerk|such/i,
    ces: 'find what you were looking for',
    csat: 'your first impression of us',
    felt: 'when you first looked around',
  },
  use: {
    tells: /\buse\b|using|daily|everyday|nutz|alltag/i,
    ces: 'do what you wanted to do',
    csat: 'how it works day by day',
    felt: 'when you last used it',
  },
} as const

export type StageKind = keyof typeof STAGE_KINDS

export const stageKinds = Object.keys(STAGE_KINDS) as StageKind[]

/** The kind of a stage by its name, or by that of the touchpoint; null where neither tells. */
export function kindOf(...names: readonly string[]): StageKind | null {
  for (const name of names) {
    const found = stageKinds.find((kind) => STAGE_KINDS[kind].tells.test(name))
    if (found) return found
  }
  return null
}
