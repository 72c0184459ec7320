import { type Image, pathOf } from './image.ts'

/** By what they keep or carry, the last part of the names of images that everybody runs and nobody here wrote. */
const byType: Readonly<Record<string, readonly string[]>> = {
  database: [
    ...[
      'postgres',
      'postgresql',
      'postgis',
      'pgvector',
      'timescaledb',
      'timescaledb-ha',
      'cockroach',
      'yugabyte',
    ],
    ...[
      'mysql',
      'mysql-server',
      'mariadb',
      'mariadb-galera',
      'percona',
      'percona-server',
      'mongo',
      'mongodb',
    ],
    ...[
      'mongodb-community-server',
      'percona-server-mongodb',
      'azure-sql-edge',
      'oracle-free',
      'oracle-xe',
      'db2',
    ],
    ...[
      'cassandra',
      'scylla',
      'couchdb',
      'couchbase',
      'neo4j',
      'arangodb',
      'clickhouse',
      'clickhouse-server',
    ],
    ...[
      'influxdb',
      'victoria-metrics',
      'crate',
      'questdb',
      'dynamodb-local',
      'rethinkdb',
      'surrealdb',
      'tidb',
    ],
    ...['dgraph', 'orientdb', 'qdrant', 'weaviate', 'milvus', 'chroma', 'firebird', 'ravendb', 'immudb'],
  ],
  cache: [
    ...[
      'redis',
      'redis-stack',
      'redis-stack-server',
      'redis-cluster',
      'redis-sentinel',
      'redismod',
      'valkey',
    ],
    ...['valkey-cluster', 'keydb', 'dragonfly', 'memcached', 'hazelcast', 'ignite', 'infinispan'],
  ],
  queue: [
    ...['kafka', 'kafka-native', 'cp-kafka', 'cp-server', 'redpanda', 'rabbitmq', 'nats', 'nats-streaming'],
    ...['activemq', 'activemq-classic', 'activemq-artemis', 'artemis', 'pulsar', 'pulsar-all', 'mosquitto'],
    ...[
      'eclipse-mosquitto',
      'emqx',
      'vernemq',
      'hivemq4',
      'hivemq-ce',
      'nsq',
      'elasticmq',
      'elasticmq-native',
    ],
    ...['rocketmq', 'beanstalkd', 'ibm-mq', 'mq'],
  ],
  search: [
    ...['elasticsearch', 'elasticsearch-oss', 'opensearch', 'solr', 'meilisearch', 'typesense', 'manticore'],
    ...['quickwit', 'zincsearch'],
  ],
  storage: ['minio', 'azurite', 'seaweedfs', 'fake-gcs-server', 'garage', 's3mock', 's3proxy'],
  coordination: ['zookeeper', 'cp-zookeeper', 'etcd', 'consul'],
  secrets: ['vault', 'openbao'],
}

/** Those whose last part alone does not tell. */
const byPath: Readonly<Record<string, string>> = {
  'mssql/server': 'database',
  'couchbase/server': 'database',
  'database/free': 'database',
  'database/express': 'database',
  'hashicorp/vault': 'secrets',
}

const types = new Map(
  Object.entries(byType).flatMap(([type, names]) => names.map((name) => [name, type] as const)),
)

/** What an image that everybody knows is, wherever it was pulled from: `database`, `queue` …; undefined for any other. */
export function wellKnownImage(image: Image | undefined): string | undefined {
  if (!image) return undefined
  const path = pathOf(image)
  const [name = ''] = path.split('/').slice(-1)
  return types.get(name) ?? byPath[path]
}
