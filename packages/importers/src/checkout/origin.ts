/** Where a repository comes from, fit to be shown: without credentials, and never a path of a machine. */
export interface Origin {
  /** `https://github.com/acme/shop` */
  readonly url: string
  /** `acme/shop` */
  readonly path: string
}

/**
 * The origin that a git configuration names; undefined where it names none, or a folder of the machine.
 * @param config the text of `.git/config`
 * @see https://git-scm.com/docs/git-config#_syntax
 */
export function originOf(config: string): Origin | undefined {
  let inOrigin = false
  for (const line of config.split('\n')) {
    const section = /^\s*\[(.*?)\]/.exec(line)?.[1]
    if (section !== undefined) inOrigin = /^remote\s+"origin"$/i.test(section.trim())
    const url = inOrigin ? /^\s*url\s*=\s*(.*?)\s*$/i.exec(line)?.[1] : undefined
    if (url) return parseOrigin(url.replace(/^"(.*)"$/, '$1'))
  }
  return undefined
}

/** `https://…`, `ssh://…` and `git@host:path` alike; the address is one that a browser can open. */
export function parseOrigin(text: string): Origin | undefined {
  const [, scpHost, scpPath] = /^(?:[^@/\s]+@)?([^:/\s]{2,}):(?!\/\/)(.+)$/.exec(text) ?? []
  if (scpHost && scpPath) return named(`https://${scpHost}`, scpPath)
  if (!/^(?:https?|ssh|git|git\+ssh):\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const web = /^https?:$/.test(url.protocol)
  return named(web ? `${url.protocol}//${url.host}` : `https://${url.hostname}`, url.pathname)
}

function named(host: string, path: string): Origin | undefined {
  const plain = path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
  return plain === '' ? undefined : { url: `${host}/${plain}`, path: plain }
}
