import type { ReactNode } from 'react'
import type { EntityKind } from '../generated/documents.ts'

/** One silhouette for each kind on a grid of 16. Kinds of one family share a colour and differ in shape. */
export const kindShapes: Record<EntityKind, ReactNode> = {
  TEAM: (
    <>
      <circle cx="6" cy="8" r="4.25" />
      <circle cx="10" cy="8" r="4.25" />
    </>
  ),
  PERSON: (
    <>
      <circle cx="8" cy="5" r="2.75" />
      <path d="M2.75 14c.4-3 2.4-4.5 5.25-4.5s4.85 1.5 5.25 4.5z" />
    </>
  ),
  GUILD: (
    <>
      <circle cx="8" cy="4.25" r="2.5" />
      <circle cx="4.25" cy="11.25" r="2.5" />
      <circle cx="11.75" cy="11.25" r="2.5" />
    </>
  ),
  DOMAIN: <rect x="2" y="2" width="12" height="12" rx="1" strokeDasharray="3 2" />,
  SYSTEM: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1.5" />
      <path d="M8 2v12M2 8h12" fill="none" />
    </>
  ),
  SERVICE: <path d="m8 1.6 5.6 3.2v6.4L8 14.4l-5.6-3.2V4.8z" />,
  API: (
    <>
      <circle cx="10.2" cy="8" r="3" />
      <path d="M10.2 2.25a5.75 5.75 0 1 0 0 11.5M1 8h3.3" fill="none" />
    </>
  ),
  CONTRACT_VERSION: (
    <>
      <circle cx="6.5" cy="8" r="3" />
      <path d="M6.5 2.25a5.75 5.75 0 1 0 0 11.5M12 5v6M14.5 5v6" fill="none" />
    </>
  ),
  OPERATION: <path d="M1.5 8h9M7 4l4 4-4 4M14 2.5v11" fill="none" />,
  RESOURCE: (
    <>
      <path d="M2.75 4v8c0 1.2 2.35 2.25 5.25 2.25s5.25-1.05 5.25-2.25V4" />
      <ellipse cx="8" cy="4" rx="5.25" ry="2.25" />
    </>
  ),
  TECHNOLOGY: <path d="M2 5.5 8 2.5l6 3-6 3zM2 10.5l6 3 6-3" />,
  STANDARD: (
    <>
      <path d="m8 2 6.4 11.5H1.6z" />
      <circle cx="8" cy="9.75" r="1.1" fill="currentColor" />
    </>
  ),
  WAIVER: <path d="m8 2 6.4 11.5H1.6zM8 6.5v4" strokeDasharray="3 2" />,
  RFC: (
    <>
      <path d="M3.25 1.75h6l3.5 3.5v9h-9.5z" />
      <path d="M9 1.75v3.7h3.7M5.75 8.5h4.5M5.75 11.25h4.5" fill="none" />
    </>
  ),
  DECISION: (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" />
      <path d="m5.5 8 1.8 1.8 3.2-3.5" fill="none" />
    </>
  ),
  MILESTONE: <path d="M3.5 14.5V2h9l-2.5 3.25L12.5 8.5h-9" />,
}
