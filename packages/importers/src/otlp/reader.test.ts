import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otlpReader } from './reader.ts'

type Values = Readonly<Record<string, string | boolean>>

function attributes(values: Values) {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { boolValue: value },
  }))
}

let next = 0
/** A span that starts at a second of 2026-01-01 and lasts one. */
function span(kind: number | string, values: Values = {}, parentSpanId = '', second = 0) {
  const start = BigInt(Date.UTC(2026, 0, 1, 0, 0, second)) * 1_000_000n
  return {
    traceId: 't1',
    spanId: `s${next++}`,
    parentSpanId,
    kind,
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(start + 1_000_000_000n),
    attributes: attributes(values),
  }
}

function of(service: string, spans: readonly unknown[], more: Values = { 'service.namespace': 'shop' }) {
  const resource = {
    attributes: attributes({ ...(service === '' ? {} : { 'service.name': service }), ...more }),
  }
  return { resourceSpans: [{ resource, scopeSpans: [{ spans }] }] }
}

async function read(...documents: readonly unknown[]) {
  return readText(
    documents.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'),
  )
}

async function readText(text: string) {
  const surroundings = { readText: async () => undefined, glob: async () => [] }
  return otlpReader.read({ path: 'traces.jsonl', text, repository: { name: 'acme/traces' }, surroundings })
}

async function sentences(...documents: readonly unknown[]) {
  const { statements } = await read(...documents)
  return statements.flatMap(({ subject, relations }) =>
    relations.map(({ other, reason, count }) => `${subject.ref} → ${other.ref}: ${reason} ×${count}`),
  )
}

const [CLIENT, SERVER, PRODUCER, CONSUMER] = [3, 2, 4, 5]

describe('traces', () => {
  it.each([
    ['traces.json', '{"resourceSpans": [{', true],
    ['traces.jsonl', '[{"resourceSpans":[', true],
    ['metrics.json', '{"resourceMetrics":[{', false],
    ['package.json', '{"name":"resourceSpans"}', false],
  ])('are told by their content: %s %s', (path, text, is) => {
    expect(otlpReader.mayRead(path) && otlpReader.recognises(path, text)).toBe(is)
  })

  it('show who calls whom: the client of one service and the server of another', async () => {
    const [one, two] = [span(CLIENT, {}, '', 5), span('SPAN_KIND_CLIENT', {}, '', 1)]
    const { statements } = await read(
      of('cart', [span(SERVER, {}, one.spanId), span(SERVER, {}, two.spanId)]),
      of('checkout', [one, two], { 'service.namespace': 'shop', 'deployment.environment': 'production' }),
    )
    expect(statements).toEqual([
      {
        subject: { ref: 'service:shop/checkout', name: 'checkout', scope: 'bare', kinds: ['Service'] },
        relations: [
          {
            type: 'DEPENDS_ON',
            direction: 'out',
            other: { ref: 'service:shop/cart', name: 'cart', scope: 'bare', kinds: ['Service'] },
            line: 2,
            confidence: 'observed',
            reason: 'parentSpanId',
            count: 2,
            environment: 'production',
            firstSeen: '2026-01-01T00:00:01.000Z',
            lastSeen: '2026-01-01T00:00:06.000Z',
          },
        ],
      },
    ])
  })

  it('count no call within one service', async () => {
    const call = span(CLIENT, { 'server.address': 'elsewhere' })
    expect(await sentences(of('cart', [call, span(SERVER, {}, call.spanId)]))).toEqual([])
  })

  it.each<[string, number, Values, string[]]>([
    ['a peer', CLIENT, { 'peer.service': 'tax' }, ['service:shop/tax: peer.service ×1']],
    [
      'its new name',
      CLIENT,
      { 'service.peer.name': 'tax', 'service.peer.namespace': 'fin' },
      ['service:fin/tax: service.peer.name ×1'],
    ],
    ['a host', CLIENT, { 'net.peer.name': 'mailer' }, ['service:shop/mailer: net.peer.name ×1']],
    [
      'a host of a cluster',
      CLIENT,
      { 'server.address': 'tax.fin.svc.cluster.local' },
      ['service:fin/tax: server.address ×1'],
    ],
    [
      'a domain',
      CLIENT,
      { 'server.address': 'api.stripe.com' },
      ['resource:default/api.stripe.com: server.address ×1'],
    ],
    ['an address', CLIENT, { 'server.address': '10.0.0.7' }, []],
    ['itself', CLIENT, { 'server.address': 'localhost' }, []],
    [
      'a database',
      CLIENT,
      { 'db.system.name': 'postgresql', 'db.namespace': 'orders', 'server.address': 'orders-db' },
      ['resource:shop/orders-db: server.address (db.system.name postgresql) ×1'],
    ],
    [
      'one without a host',
      CLIENT,
      { 'db.system': 'mysql', 'db.name': 'orders' },
      ['resource:shop/orders: db.name (db.system mysql) ×1'],
    ],
    ['one in the service', CLIENT, { 'db.system': 'sqlite', 'db.name': 'main' }, []],
    [
      'a queue that it sends to',
      PRODUCER,
      { 'messaging.system': 'kafka', 'messaging.destination.name': 'orders' },
      ['resource:kafka/orders: messaging.destination.name (sends) ×1'],
    ],
    [
      'one that it reads',
      CONSUMER,
      { 'messaging.system': 'kafka', 'messaging.destination': 'orders' },
      ['resource:kafka/orders: messaging.destination (receives) ×1'],
    ],
    [
      'one that it polls',
      CLIENT,
      {
        'messaging.system': 'kafka',
        'messaging.destination.name': 'orders',
        'messaging.operation.type': 'receive',
      },
      ['resource:kafka/orders: messaging.destination.name (receives) ×1'],
    ],
    [
      'an exchange',
      CONSUMER,
      { 'messaging.system': 'rabbitmq', 'messaging.destination.name': 'orders:eu.17:billing' },
      ['resource:rabbitmq/orders: messaging.destination.name (receives) ×1'],
    ],
    [
      'a queue of one conversation',
      PRODUCER,
      {
        'messaging.system': 'nats',
        'messaging.destination.name': '_INBOX',
        'messaging.destination.temporary': true,
      },
      [],
    ],
  ])('show %s', async (_, kind, values, expected) => {
    expect(await sentences(of('checkout', [span(kind, values)]))).toEqual(
      expected.map((each) => `service:shop/checkout → ${each}`),
    )
  })

  it('take a host for the service of that name in the file, whatever its namespace', async () => {
    const documents = [
      of('tax', [span(SERVER)], { 'service.namespace': 'fin' }),
      of('checkout', [span(CLIENT, { 'server.address': 'tax' })]),
    ]
    expect(await sentences(...documents)).toEqual([
      'service:shop/checkout → service:fin/tax: server.address ×1',
    ])
  })

  it('keep nothing of what was asked, or by whom', async () => {
    const secret = 'hunter2'
    const values = {
      ...Object.fromEntries(
        ['db.statement', 'db.query.text', 'db.user', 'http.url', 'url.full', 'enduser.id'].map((key) => [
          key,
          secret,
        ]),
      ),
      'peer.service': `https://u:${secret}@tax/`,
      'server.address': `u:${secret}@tax`,
    }
    const said = [
      await read(of('checkout', [span(CLIENT, values)])),
      await read(
        of('checkout', [span(CLIENT, { ...values, 'db.system': 'mysql', 'db.name': `a?p=${secret}` })]),
      ),
    ]
    expect(JSON.stringify(said)).not.toContain(secret)
  })

  it('go on after a line that is none', async () => {
    const good = of('checkout', [span(CLIENT, { 'peer.service': 'tax' })])
    const { statements, problems } = await read(good, '{"resourceSpans":[', good)
    expect(problems).toMatchObject([{ code: 'trace-malformed', line: 2, severity: 'error' }])
    expect(statements[0]?.relations).toHaveLength(1)
    expect((await read('{"resourceSpans":[')).unreadable).toMatch(/^line 1: .*export the traces again/)
  })

  it('say of how many spans nobody knows whose they are', async () => {
    const spans = [span(CLIENT), span(SERVER)]
    const { problems } = await read(of('', spans), of('unknown_service:java', spans))
    expect(problems).toMatchObject([
      { code: 'trace-nameless', line: 1, message: expect.stringMatching(/^4 spans .*OTEL_SERVICE_NAME/) },
    ])
  })

  it('leave out calls of more sorts than can be kept, and count them', async () => {
    const spans = Array.from({ length: 20_003 }, (_, at) => span(CLIENT, { 'peer.service': `p${at}` }))
    const { statements, problems } = await read(of('checkout', spans))
    expect(statements[0]?.relations).toHaveLength(20_000)
    expect(problems).toMatchObject([
      { code: 'traces-too-varied', message: expect.stringMatching(/^3 calls/) },
    ])
  })

  it('are read whatever they hold', async () => {
    const whole = JSON.stringify(of('checkout', [span(CLIENT, { 'peer.service': 'tax' })]))
    // Anything at any one place of a document that is otherwise as it should be.
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.nat(40), async (anything, place) => {
        let at = 0
        const document = JSON.parse(whole, (_, value) => (at++ === place ? anything : value))
        expect((await read(document, anything)).follow).toEqual([])
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (service, name) => {
        const values = { 'peer.service': name, 'server.address': name, 'messaging.destination.name': name }
        const spans = [CLIENT, PRODUCER].map((kind) => span(kind, { ...values, 'messaging.system': service }))
        expect((await read(of(service, spans, { 'service.namespace': name }))).unreadable).toBeUndefined()
      }),
    )
  })
})
