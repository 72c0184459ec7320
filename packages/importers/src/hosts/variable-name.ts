/** `REDIS_HOST`, `spring.redis.host`, `cart_url`: whose value is a host even when it is nothing but a name. */
const namesHost = /[_.-](?:host(?:s|name)?|addr(?:s|ess|esses)?|ur[li]s?|endpoints?|servers?|brokers?)$/

/** Says how a service is called from outside, or whom it lets in: nobody that it calls. */
const namesItself = /(?:^|_)(?:VIRTUAL_HOST|LETSENCRYPT_HOST|ALLOWED_HOSTS?|TRUSTED_HOSTS?)$/i

/** Its value is nobody's business, and nothing is looked for in it. */
const namesSecret =
  /(?:pass|passwd|password|passphrase|pwd|secret|secrets|token|tokens|key|keys|credential|credentials|cred|creds|salt|pepper|key_?id|licen[cs]e|signature|htpasswd|basic_?auth)$/i

/** Values of these have colons and are no hosts: `postgres:17`, `1000:1000`, `admin:admin`. */
const namesOther =
  /(?:image|images|version|tag|user|users|username|login|auth|uid|gid|uid_gid|time|date|schedule|cron)$/i

/** @param name in any style: `REDIS_HOST`, `redis.host`, `redisHost` */
export function isHostVariable(name: string): boolean {
  return !namesItself.test(name) && namesHost.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase())
}

export function isSecretName(name: string): boolean {
  return namesSecret.test(name)
}

export function mayHaveHostAndPort(name: string): boolean {
  return !namesOther.test(name)
}
