const secretKey =
  /pass(?:word|wd|phrase)?|secret|token|credential|api[_-]?key|private[_-]?key|access[_-]?key|basicauth|digestauth|htpasswd/i

/** Whether what stands under a key is nobody's business: it is not kept. */
export function isSecretKey(key: string): boolean {
  return secretKey.test(key)
}

/** A text that is kept, without the names and passwords of its URLs. */
export function withoutCredentials(text: string): string {
  return text.replace(/(:\/\/)[^\s/@]*@/g, '$1')
}
