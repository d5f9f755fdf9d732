export function Logo() {
  return (
    <span className="flex items-center gap-2 text-[15px] font-semibold tracking-tight">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
        <rect width="22" height="22" rx="6" fill="var(--accent)" />
        <path d="M4.5 8 8 14.5 11.5 6.5 17.5 12" fill="none" stroke="var(--on-accent)" strokeWidth="1.9" strokeLinejoin="round" strokeLinecap="round" />
        <circle cx="8" cy="14.5" r="1.9" fill="var(--on-accent)" />
      </svg>
      Wayfelt
    </span>
  )
}
