import type { Source } from '@alidade/model'

/** The line in the forge; undefined where its origin or commit is not known, or the forge is none we know. */
export function lineAddress({ origin, commit }: Source, file: string, line: number): string | undefined {
  if (!origin || !commit || !URL.canParse(origin)) return undefined
  const { protocol, hostname } = new URL(origin)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  const base = origin.replace(/\/+$|\.git\/*$/g, '')
  const path = file.split('/').map(encodeURIComponent).join('/')
  const form = forges.find(([name]) => hostname.split('.').includes(name))?.[1]
  return form?.(base, commit, path, line)
}

type Form = (base: string, commit: string, path: string, line: number) => string

const gitea: Form = (base, commit, path, line) => `${base}/src/commit/${commit}/${path}#L${line}`

/** By a part of the forge's name: `gitlab.example.org` is a GitLab. */
const forges: readonly (readonly [string, Form])[] = [
  ['github', (base, commit, path, line) => `${base}/blob/${commit}/${path}#L${line}`],
  ['gitlab', (base, commit, path, line) => `${base}/-/blob/${commit}/${path}#L${line}`],
  ['bitbucket', (base, commit, path, line) => `${base}/src/${commit}/${path}#lines-${line}`],
  ['codeberg', gitea],
  ['gitea', gitea],
  ['forgejo', gitea],
]
