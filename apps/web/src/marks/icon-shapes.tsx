/** Drawn on a grid of 16, in strokes of 1.5. */
export const shapes = {
  alert: <path d="M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1" />,
  arrow: <path d="M2.5 8h11M9.5 4l4 4-4 4" />,
  chat: <path d="M2.5 3h11v8H7l-3 2.5V11H2.5z" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.5V8l2.5 1.5" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="2" y="4.5" width="7.5" height="9" rx="1" />
      <path d="M6.5 4.5v-2H14v9H9.5" />
    </>
  ),
  dots: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" />,
  duplicate: (
    <>
      <rect x="2" y="4.5" width="7.5" height="9" rx="1" />
      <path d="M6.5 4.5v-2H14v9H9.5" />
    </>
  ),
  external: <path d="M6 3H3v10h10v-3M9 2.5h4.5V7M13.5 2.5l-6 6" />,
  filter: <path d="M2 4h12M4.5 8h7M7 12h2" />,
  fit: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  flag: <path d="M3.5 14V2.5H12l-2 3 2 3H3.5" />,
  home: <path d="M2.5 7.5 8 2.5l5.5 5v6h-4V10h-3v3.5h-4z" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.3v4M8 4.9V5" />
    </>
  ),
  link: (
    <path d="m6.5 9.5 3-3M7 4.5 8.5 3A3.18 3.18 0 0 1 13 7.5L11.5 9M9 11.5 7.5 13A3.18 3.18 0 0 1 3 8.5L4.5 7" />
  ),
  list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1" />,
  mail: <path d="M2 3.5h12v9H2zM2.5 4 8 8.5 13.5 4" />,
  map: (
    <>
      <circle cx="3.5" cy="8" r="1.9" />
      <circle cx="12.5" cy="3.75" r="1.9" />
      <circle cx="12.5" cy="12.25" r="1.9" />
      <path d="m5.2 7.2 5.5-2.6M5.2 8.8l5.5 2.6" />
    </>
  ),
  minus: <path d="M3 8h10" />,
  moon: <path d="M13 9.8A5.5 5.5 0 0 1 6.2 3a5.5 5.5 0 1 0 6.8 6.8z" />,
  phone: <path d="m3 3.2 2.6-.7 1.3 3-1.5 1.2a8 8 0 0 0 3.9 3.9l1.2-1.5 3 1.3-.7 2.6C7 14 2 9 3 3.2z" />,
  plus: <path d="M8 3v10M3 8h10" />,
  right: <path d="m6.5 4 4 4-4 4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="M10.5 10.5 14 14" />
    </>
  ),
  sorted: <path d="M8 3v10M5 10l3 3 3-3" />,
  standard: <path d="M8 2l6.4 11.5H1.6zM8 9.7v.1" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1" />
    </>
  ),
  terminal: <path d="m2.5 4 4 4-4 4M8 12.5h5.5" />,
} as const

export type IconName = keyof typeof shapes
