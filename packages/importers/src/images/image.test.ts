import { describe, expect, it } from 'vitest'
import { imageIdentity, parseImage } from './image.ts'
import { wellKnownImage } from './well-known-images.ts'

describe('an image', () => {
  it.each([
    ['postgres', 'database'],
    ['postgres:17-alpine', 'database'],
    ['docker.io/library/redis:8', 'cache'],
    ['localhost:5000/redis', 'cache'],
    ['bitnami/kafka:4', 'queue'],
    ['confluentinc/cp-kafka:7.9', 'queue'],
    ['public.ecr.aws/docker/library/rabbitmq:4-management', 'queue'],
    ['docker.elastic.co/elasticsearch/elasticsearch:9.0.0@sha256:0123456789abcdef', 'search'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'database'],
    ['nats', 'queue'],
    ['minio/minio', 'storage'],
    ['MySQL:8', 'database'],
  ])('%s is a Resource: %s', (text, type) => expect(wellKnownImage(parseImage(text))).toBe(type))

  it.each(['acme/cart', 'acme/redis-exporter', 'nginx', 'ghcr.io/postgres/cart', 'server', ''])(
    '%s is a service like any other',
    (text) => expect(wellKnownImage(parseImage(text))).toBeUndefined(),
  )

  it.each([
    ['ghcr.io/acme/cart', 'image:ghcr.io/acme/cart'],
    ['ghcr.io/acme/cart:1.2.3', 'image:ghcr.io/acme/cart'],
    ['ghcr.io/acme/cart:v2-rc1', 'image:ghcr.io/acme/cart'],
    ['ghcr.io/acme/cart:latest@sha256:0123456789abcdef', 'image:ghcr.io/acme/cart'],
    ['ghcr.io/acme/cart:0a1b2c3d', 'image:ghcr.io/acme/cart'],
    ['ghcr.io/acme/shop:1.2-cart', 'image:ghcr.io/acme/shop:cart'],
    ['ghcr.io/acme/shop:latest-fraud-detection', 'image:ghcr.io/acme/shop:fraud-detection'],
    ['localhost:5000/cart:main', 'image:localhost:5000/cart'],
  ])('%s is what %s names, whatever its version', (text, identity) => {
    const image = parseImage(text)
    expect(image && imageIdentity(image)).toBe(identity)
  })

  it.each(['', ':1.2', '/app:', 'me:s3cr3t@registry/cart', 'acme/', '{{ image }}'])('is not %s', (text) =>
    expect(parseImage(text)).toBeUndefined(),
  )
})
