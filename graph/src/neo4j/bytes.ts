/** Bytes as the driver takes them. */
export function toNeo4jBytes(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Bytes as the driver gives them. */
export function fromNeo4jBytes(bytes: unknown): Uint8Array {
  if (!(bytes instanceof Int8Array)) throw new Error('the store holds something else where bytes should be')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
