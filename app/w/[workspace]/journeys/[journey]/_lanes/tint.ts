/** A stage that is open in the panel is tinted through all lanes. */
export const tintOf = (key: string, selected: string | undefined): string | false => key === selected && 'bg-accent/5'
