/** What a form gets back: what was typed (never a password), and a sentence at each field that is not right; '' is the form. */
export type FormState = { kept: Record<string, string>; faults: Record<string, string> }

export const EMPTY_FORM: FormState = { kept: {}, faults: {} }
