import { hostOf, isHostName } from './host-name.ts'
import { isHostVariable, isSecretName, mayHaveHostAndPort } from './variable-name.ts'

const longest = 65_536

/**
 * The hosts that a variable's value names, each once, in order: those of URLs and connection strings, `host:port`, and,
 * where the variable's name says that it is one (`*_HOST`, `*_ADDR`, `*_URL`, `*_ENDPOINT`, `*_SERVER`), a bare name.
 * No part of a user name or password is ever in the result, and nothing is looked for where the variable is a secret by
 * its name.
 */
export function hostsIn(variable: string, value: string): readonly string[] {
  if (value.length > longest || isSecretName(variable)) return []
  const { urls, rest } = splitUrls(value)
  const hosts = urls.flatMap(hostsOfUrl)
  if (isPairs(rest)) hosts.push(...hostsOfPairs(rest))
  else if (mayHaveHostAndPort(variable)) hosts.push(...hostsWithPort(rest))
  if (hosts.length === 0 && urls.length === 0 && isHostVariable(variable)) hosts.push(...bareHosts(value))
  return [...new Set(hosts)]
}

const scheme = /([a-z][a-z0-9+.-]*):\/\/(.*)$/is
/** Between two values of a list; a comma or semicolon only where a scheme follows. */
const betweenUrls = /[\s"'`<>]+|[,;|](?=[a-z][a-z0-9+.-]*:\/\/)/i
/** What stands behind these is no host. */
const schemesWithoutHost = /^(?:file|unix|npipe|sqlite3?|data|classpath|fd|jar|resource|mem|memory|inproc)$/i

function splitUrls(value: string): { readonly urls: readonly string[]; readonly rest: string } {
  if (!value.includes('://')) return { urls: [], rest: value }
  const urls: string[] = []
  const others: string[] = []
  for (const token of value.split(betweenUrls)) {
    const [, name, behind] = scheme.exec(token) ?? []
    if (name === undefined || behind === undefined) others.push(token)
    else if (!schemesWithoutHost.test(name)) urls.push(behind)
  }
  return { urls, rest: others.join(' ') }
}

/** Of what stands behind `://`: one host, or several with commas. */
function hostsOfUrl(behind: string): readonly string[] {
  return authorityOf(behind).split(',').flatMap(hostOf)
}

/** Without the user and the password, in which a `/`, `#` or `?` may stand that should have been encoded. */
function authorityOf(behind: string): string {
  const end = behind.search(/[/?#;\\]/)
  const plain = end === -1 ? behind : behind.slice(0, end)
  const at = behind.lastIndexOf('@')
  if (at > plain.length && /:(?!\d*(?:,|$))/.test(plain.replace(/\[[^\]]*\]/g, ''))) {
    return authorityOf(behind.slice(at + 1))
  }
  return plain.slice(plain.lastIndexOf('@') + 1)
}

const pairsStart = /^\s*[a-z][\w .-]*=/i
const hostKey =
  /(?:^|[;\s])(?:host|hostname|hosts|server|servers|data source|datasource|address|addr|network address)\s*=\s*("[^"]*"|'[^']*'|[^;\s]*)/gi

/** `host=db port=5432`, `Server=tcp:db,1433;Database=shop`: pairs with `;` or spaces between, one of them a host. */
function isPairs(text: string): boolean {
  return pairsStart.test(text) && text.search(hostKey) !== -1
}

/**
 * @see https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE
 * @see https://learn.microsoft.com/en-us/dotnet/api/system.data.sqlclient.sqlconnection.connectionstring
 */
function hostsOfPairs(text: string): readonly string[] {
  return [...text.matchAll(hostKey)].flatMap(([, value = '']) =>
    value
      .replace(/^["']|["']$/g, '')
      .replace(/^(?:tcp|np|lpc|admin):/i, '')
      .split(',')
      .flatMap((each) => hostOf(each.replace(/\\.*$/s, ''))),
  )
}

const hostWithPort =
  /^(?:([\w.-]+)=)?(?:[^\s]*@)?(?:\w+\()?(\[[0-9a-f:.]+\]|[a-z0-9_](?:[\w.-]*\w)?):(\d{2,5})\)?(?::[\w.-]*)*(?:[/?;].*)?$/i

/** Of a list of `host:port`, with what may stand around it: `1@kafka:9093`, `server.1=zoo:2888:3888`, `u:p@tcp(db:3306)/shop`. */
function hostsWithPort(text: string): readonly string[] {
  return text.split(/[\s,;|]+/).flatMap((token) => {
    if (timeOrHardware.test(token)) return []
    const [, key = '', host = '', port] = hostWithPort.exec(token) ?? []
    if (Number(port) > 65_535 || !(Number(port) > 0) || isSecretName(key)) return []
    return hostOf(host)
  })
}

/** `2026-11-24T09:30:00Z`, `02:42:ac:11:00:02`. */
const timeOrHardware = /^\d{4}-\d\d-\d\dT|^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i

const noHost =
  /^(?:true|false|yes|no|on|off|none|null|nil|undefined|auto|any|all|default|enabled|disabled|self|tcp|udp|http|https|grpc)$/i

const fileName =
  /\.(?:json5?|ya?ml|xml|conf|cfg|ini|cnf|pem|crt|cer|key|txt|sock|jar|war|sqlite|log|env|html?|php|[cm]?js|sh|py|md|toml|properties|zip|gz|proto|graphql|sql)$/i

/** Where all of a value are names, with or without a user before; a path may follow a name with a dot. */
function bareHosts(value: string): readonly string[] {
  const tokens = value.split(/[\s,;]+/).filter((token) => token !== '')
  const hosts = tokens.map((token) => {
    const host = token.slice(token.lastIndexOf('@') + 1)
    const slash = host.indexOf('/')
    return slash > 0 && host.slice(0, slash).includes('.') ? host.slice(0, slash) : host
  })
  const isHost = (host: string) => isHostName(host) && !noHost.test(host) && !fileName.test(host)
  return hosts.every(isHost) ? hosts.flatMap(hostOf) : []
}
