/** The nonce under which this page may write style elements: the server puts a new one into each page that it sends. */
export function styleNonce(): string {
  // A browser hides the attribute from scripts and styles, and leaves the property.
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}
