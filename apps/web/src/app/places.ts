import type { IconName } from '../marks/icon-shapes.tsx'

/** The eight places, and no more: everything else is a tab of one of them. */
export const places = [
  { to: '/', name: 'Home', icon: 'home' },
  { to: '/map', name: 'Map', icon: 'map' },
  { to: '/catalogue', name: 'Catalogue', icon: 'list' },
  { to: '/rfcs', name: 'RFCs', icon: 'flag' },
  { to: '/contracts', name: 'Contracts', icon: 'link' },
  { to: '/standards', name: 'Standards', icon: 'standard' },
  { to: '/duplicates', name: 'Duplicates', icon: 'duplicate' },
  { to: '/ask', name: 'Ask', icon: 'terminal' },
] as const satisfies readonly { to: string; name: string; icon: IconName }[]

/** How many of them stand in the bar at the bottom of a narrow page; the others are under More. */
export const inTabBar = 4
