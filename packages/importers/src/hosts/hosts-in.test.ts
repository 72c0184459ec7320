import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostsIn } from './hosts-in.ts'

const secret = 's3cr3t'

describe('the hosts of a value', () => {
  it.each<[string, string, string[]]>([
    ['a URL', 'http://cart:8080/api?x=http://other', ['cart']],
    ['a URL with a user', `amqp://shop:${secret}@queue:5672/%2f`, ['queue']],
    ['a URL with a password that should have been encoded', `postgres://shop:a/b#c?d@db:5432/shop`, ['db']],
    ['a URL with an @ in its password', `postgres://shop:p@ss@db/shop`, ['db']],
    ['a URL with an @ in its path', 'http://registry:4873/@acme/cart', ['registry']],
    [
      'several hosts of one URL',
      `mongodb://u:${secret}@mongo-1:27017,mongo-2:27017/shop?replicaSet=a`,
      ['mongo-1', 'mongo-2'],
    ],
    ['several URLs', 'PLAINTEXT://kafka:9092,CONTROLLER://control:9093', ['kafka', 'control']],
    ['a URL among other words', '-Dspring.url=jdbc:mysql://db/shop -Xmx400m', ['db']],
    ['JSON', '{"cart":"http://cart:80","stock":"http://stock"}', ['cart', 'stock']],
    ['JDBC', 'jdbc:postgresql://db:5432/shop', ['db']],
    ['JDBC of SQL Server', `jdbc:sqlserver://db:1433;databaseName=shop;password=${secret}`, ['db']],
    ['JDBC of Oracle', `jdbc:oracle:thin:shop/${secret}@db:1521:shop`, ['db']],
    ['a data source of Go', `shop:${secret}@tcp(db:3306)/shop`, ['db']],
    ['a URL with such an address', `mysql://shop:${secret}@tcp(db:3306)/shop`, ['db']],
    ['libpq', `host=db port=5432 user=shop password=${secret}`, ['db']],
    ['several hosts of libpq', 'host=db-1,db-2 port=5432,5433', ['db-1', 'db-2']],
    ['ADO.NET', `Server=tcp:db,1433;Database=shop;User Id=shop;Password=${secret}`, ['db']],
    ['ADO.NET with an instance', 'Data Source=db\\SQLEXPRESS;Initial Catalog=shop', ['db']],
    ['Npgsql', `Host=db;Username=shop;Password=${secret}:1234;Database=shop`, ['db']],
    [
      'StackExchange.Redis',
      `redis-1:6379,redis-2:6379,password=${secret}:12,ssl=False`,
      ['redis-1', 'redis-2'],
    ],
    ['host and port', 'cart:8080', ['cart']],
    ['hosts and ports', 'kafka-1:9092, kafka-2:9092', ['kafka-1', 'kafka-2']],
    ['a quorum', '1@kafka-1:9093,2@kafka-2:9093', ['kafka-1', 'kafka-2']],
    ['an ensemble', 'server.1=zoo-1:2888:3888;2181 server.2=zoo-2:2888:3888;2181', ['zoo-1', 'zoo-2']],
    ['a user before', `shop:${secret}@db:5432/shop`, ['db']],
    ['an address of version 6', 'http://[fd00::1]:80', ['fd00::1']],
    ['a listening address', 'http://*:8080', []],
    ['a URL without a host', 'unix:///var/run/docker.sock', []],
    ['a name alone', 'cart', []],
    ['a time', '12:30', []],
    ['an instant', '2026-11-24T09:30:00Z', []],
    ['the address of a network card', 'aa:42:ac:11:00:02', []],
    ['no port', 'cart:700000', []],
    ['attributes', 'service.namespace=shop,service.version=1.2.3,host=cart', []],
    ['a path', '/var/lib/shop:8080', []],
    ['nothing', '', []],
  ])('%s', (_, value, hosts) => expect(hostsIn('SETTING', value)).toEqual(hosts))

  it.each([
    'REDIS_HOST',
    'CART_ADDR',
    'CART_URL',
    'CART_ENDPOINT',
    'SMTP_SERVER',
    'spring.redis.host',
    'cartUrl',
    'KAFKA_BROKERS',
  ])('may be a bare name in %s', (variable) => {
    expect(hostsIn(variable, 'cart')).toEqual(['cart'])
    expect(hostsIn(variable, 'cart-1,cart-2')).toEqual(['cart-1', 'cart-2'])
    expect(hostsIn(variable, 'api.example.com/v2')).toEqual(['api.example.com'])
    for (const other of ['', 'true', 'none', '/graphql', '8080', 'a cart!', 'config.json'])
      expect(hostsIn(variable, other)).toEqual([])
  })

  it.each([
    ['DB_PASSWORD', 'http://s3cr3t:80'],
    ['API_TOKEN', 's3cr3t:8080'],
    ['CART_IMAGE', 'postgres:17'],
    ['ADMIN_USER', 'admin:1234'],
    ['VIRTUAL_HOST', 'shop'],
    ['HOSTNAME', 'shop'],
    ['HOST', 'shop'],
  ])('are none in %s', (variable, value) => expect(hostsIn(variable, value)).toEqual([]))

  it('never are a part of the password, whatever stands in it', () => {
    const password = fc.stringMatching(/^x7q[a-z0-9:/?#!$&*+=~%-]{1,12}q7x$/)
    fc.assert(
      fc.property(password, fc.constantFrom('db', 'db:5432', 'db:1,db:2'), (text, host) => {
        for (const value of [
          `postgres://shop:${text}@${host}/shop`,
          `Host=db;Password=${text}`,
          `host=db password=${text}`,
        ]) {
          for (const variable of ['DATABASE_URL', 'SETTING']) {
            expect(hostsIn(variable, value).filter((found) => found !== 'db')).toEqual([])
          }
        }
      }),
    )
  })

  it('are found in any text without end or error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:/@,;= .-[]()%$#?19') }), (text) => {
        for (const host of hostsIn('A_URL', text)) expect(host).toMatch(/^[\w.:-]+$/)
      }),
    )
  })

  it.each(['a', 'a.', 'a@', 'a:10', 'a=', 'a.b=', 'host=', 'a://b:c/@', '(', 'server = '])(
    'are looked for in no more time than the text is long: %s and so on',
    (piece) => {
      const longest = piece.repeat(Math.floor(65_536 / piece.length))
      // Were the time that of its square, these would take minutes.
      for (let times = 0; times < 20; times++) hostsIn('A_URL', `${longest.slice(1)}!`)
    },
  )
})
