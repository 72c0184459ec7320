import { expect, test } from 'vitest'
import { contactsOf, otherLinks } from './contacts-of.ts'

const chat = { url: 'https://chat.example/team-checkout', title: '#team-checkout', type: 'chat' }
const onCall = { url: 'https://oncall.example/checkout', title: 'On call' }
const runbook = { url: 'https://runbooks.example/orders', title: 'Runbook' }

test('finds who to talk to by what a link says of itself, and leaves the rest to the links', () => {
  expect(contactsOf([chat, onCall, runbook], [])).toEqual([
    { icon: 'chat', label: '#team-checkout', href: chat.url },
    { icon: 'phone', label: 'On call', href: onCall.url },
  ])
  expect(otherLinks([chat, onCall, runbook])).toEqual([runbook])
})

test('takes the mail address and the channel of a description', () => {
  const properties = [
    { key: 'email', value: 'checkout@example.com' },
    { key: 'channel', value: '#help-checkout' },
  ]
  expect(contactsOf([], properties)).toEqual([
    { icon: 'chat', label: '#help-checkout' },
    { icon: 'mail', label: 'checkout@example.com', href: 'mailto:checkout@example.com' },
  ])
})

test('an address that a page must not follow is no contact', () => {
  expect(contactsOf([{ url: 'javascript:alert(1)', title: 'chat' }], [{ key: 'email', value: 7 }])).toEqual(
    [],
  )
})
