import { expect, test } from 'vitest'
import { safeUrl } from './safe-url.ts'

test.each(['https://chat.example/team', 'http://runbook.example/', 'mailto:checkout@example.com'])(
  '%s is a link',
  (url) => {
    expect(safeUrl(url)).toBe(url)
  },
)

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/relative',
  '',
])('%s is not', (url) => {
  expect(safeUrl(url)).toBeUndefined()
})
