/** The mark: a sighting rule over a half circle. */
export function Logo() {
  return (
    <svg width={22} height={22} viewBox="0 0 24 24" fill="none" aria-hidden>
      <path d="M3 17.5a9 9 0 0 1 18 0M3 17.5h18" stroke="currentColor" strokeWidth={1.5} />
      <path d="M12 8.5v2.2M5.65 11.15l1.5 1.5M18.35 11.15l-1.5 1.5" stroke="currentColor" strokeWidth={1.2} />
      <path d="M12 17.5 20.5 4.5" stroke="var(--al-accent)" strokeWidth={2} strokeLinecap="round" />
      <circle cx="12" cy="17.5" r="1.9" fill="var(--al-accent)" />
    </svg>
  )
}
