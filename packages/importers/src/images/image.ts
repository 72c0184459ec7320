import { valueAt, type YamlMap } from '../yaml/node.ts'

/** The parts of an image's name: `ghcr.io/acme/cart:1.2@sha256:…`. */
export interface Image {
  /** With its registry, in lower case, without tag and digest: `ghcr.io/acme/cart`. */
  readonly name: string
  readonly tag: string | undefined
}

/** The image that a service names; undefined where it names none, or a variable without a value left nothing of it. */
export function imageOf(service: YamlMap): Image | undefined {
  const image = valueAt(service, 'image')
  return image?.is === 'scalar' && image.value !== null ? parseImage(image.text) : undefined
}

/** No registry takes a longer name with its tag and digest. */
const longest = 500

/** @see https://pkg.go.dev/github.com/distribution/reference */
export function parseImage(text: string): Image | undefined {
  if (text.length > longest) return undefined
  // Anything but a digest behind an @ is no image's: what stands before it may be a password.
  const [, plain = ''] = /^([^@]*)(?:@sha\d+:[0-9a-f]*)?$/i.exec(text.trim()) ?? []
  const [, name = '', tag] = /^(.*?)(?::([^:/]*))?$/s.exec(plain) ?? []
  if (!/^\w[\w.:/-]*$/.test(name) || name.endsWith('/')) return undefined
  return { name: name.toLowerCase(), tag: tag || undefined }
}

const registry = /^(?:[^/]*[.:][^/]*|localhost)\//

/** Without the registry: `acme/cart`. */
export function pathOf({ name }: Image): string {
  return name.replace(registry, '')
}

const version =
  /^(?:latest|main|master|edge|stable|nightly|dev|develop|snapshot|release|v?\d[\d.]*(?:[a-z]+\d*)?|(?:rc|alpha|beta)\.?\d*|[0-9a-f]{7,64})$/i

/**
 * What says that two descriptions are of what one image holds: its name, and of its tag what is no version, since some
 * keep several images under one name (`acme/shop:1.2-cart`): `image:ghcr.io/acme/shop:cart`.
 */
export function imageIdentity({ name, tag }: Image): string {
  const kept = tag?.split(/[-_]/).filter((part) => !version.test(part)) ?? []
  return `image:${name}${kept.length === 0 ? '' : `:${kept.join('-')}`}`
}
