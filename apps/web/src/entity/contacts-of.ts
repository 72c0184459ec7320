import type { IconName } from '../marks/icon-shapes.tsx'
import { safeUrl } from '../text/safe-url.ts'

/** A way to reach somebody: a link where there is a safe address, else its words alone. */
export interface Contact {
  readonly icon: IconName
  readonly label: string
  readonly href?: string
}

interface LinkOfSource {
  readonly url: string
  readonly title?: string | null
  readonly icon?: string | null
  readonly type?: string | null
}

const waysByLink: readonly (readonly [RegExp, IconName])[] = [
  [/\b(on.?call|pager|opsgenie|incident)/i, 'phone'],
  [/\b(chat|slack|teams|channel|discord|mattermost)/i, 'chat'],
  [/^mailto:|\bmail/i, 'mail'],
]

/** The links that lead to people, from what they say of themselves: chat, on call, mail. Each address once. */
export function contactsOf(
  links: readonly LinkOfSource[],
  properties: readonly { readonly key: string; readonly value: unknown }[],
): readonly Contact[] {
  const found = new Map<string, Contact>()
  for (const link of links) {
    const way = waysByLink.find(
      ([says]) => says.test([link.type, link.icon, link.title].join(' ')) || says.test(link.url),
    )
    const href = safeUrl(link.url)
    if (way && href && !found.has(href))
      found.set(href, { icon: way[1], label: link.title ?? href.replace('mailto:', ''), href })
  }
  const channel = textOf(properties, 'channel')
  if (channel && ![...found.values()].some(({ label }) => label === channel))
    found.set(channel, { icon: 'chat', label: channel })
  const email = textOf(properties, 'email')
  const href = email?.includes('@') ? safeUrl(`mailto:${email}`) : undefined
  if (email && href && !found.has(href)) found.set(href, { icon: 'mail', label: email, href })
  return [...found.values()]
}

/** The links that are not a way to reach somebody. */
export function otherLinks<Link extends LinkOfSource>(links: readonly Link[]): readonly Link[] {
  const contacts = new Set(contactsOf(links, []).map(({ href }) => href))
  return links.filter(({ url }) => !contacts.has(safeUrl(url)))
}

function textOf(
  properties: readonly { readonly key: string; readonly value: unknown }[],
  key: string,
): string | undefined {
  const value = properties.find((property) => property.key === key)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}
