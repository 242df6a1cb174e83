import fc from 'fast-check';
import { component, dapr, deployment, notes, objects } from './support';

/** A setting of a component, with what stands for hosts. */
function setting(name: string, value: string, hosts: Record<string, string> = {}): string {
  return objects([component('c', 'state.redis', [{ name, value }])], { hosts })['resources/component-c.yaml'].spec.metadata[0].value;
}

/** What looks like a host of the cluster in a setting. */
function found(name: string, value: string, others: object[] = []): string[] {
  return notes([component('c', 'state.redis', [{ name, value }]), ...others]).flatMap(
    (note) => /^'([^']+)' looks like/.exec(note)?.[1] ?? [],
  );
}

describe('a host of the cluster is replaced', () => {
  test.each([
    ['redisHost', 'redis:6379', { 'redis:6379': 'localhost:16379' }, 'localhost:16379'],
    ['redisHost', 'redis:6379', { redis: 'localhost' }, 'localhost:6379'],
    ['redisHost', 'redis:6379', { redis: 'localhost:1' }, 'localhost:1'],
    ['redisHost', 'redis:6379', { redis: 'a', 'redis:6379': 'b:1' }, 'b:1'],
    [
      'brokers',
      'k-0.kafka:9092,k-1.kafka:9092',
      { 'k-0.kafka': 'localhost', 'k-1.kafka:9092': 'localhost:9093' },
      'localhost:9092,localhost:9093',
    ],
    ['url', 'http://redis/path', { redis: 'localhost:8080' }, 'http://localhost:8080/path'],
    ['url', 'amqp://guest:guest@rabbit:5672/rabbit', { rabbit: 'localhost', guest: 'no' }, 'amqp://guest:guest@localhost:5672/rabbit'],
    ['connectionString', 'host=db user=db dbname=db', { db: 'localhost' }, 'host=localhost user=db dbname=db'],
    ['table', 'redis', { redis: 'localhost' }, 'redis'],
    ['host', 'redis', { redis: 'localhost' }, 'localhost'],
    ['redisHost', 'my-redis:6379', { redis: 'localhost' }, 'my-redis:6379'],
    ['redisHost', 'redis.shop:6379', { redis: 'localhost' }, 'redis.shop:6379'],
    ['redisHost', 'redis:63790', { 'redis:6379': 'localhost:1' }, 'redis:63790'],
  ])("%s '%s' with %j", (name, value, hosts, expected) => {
    expect(setting(name, value, hosts as unknown as Record<string, string>)).toBe(expected);
  });

  test('in endpoints, tracing and variables too', () => {
    const written = objects(
      [
        dapr('HTTPEndpoint', 'partner', { baseUrl: 'http://partner:8080/api' }),
        dapr('MCPServer', 'tools', { endpoint: { sse: { url: 'http://tools.shop.svc.cluster.local/sse' } } }),
        dapr('Configuration', 'settings', { tracing: { zipkin: { endpointAddress: 'http://zipkin:9411/api/v2/spans' } } }),
        deployment('orders', {}, { env: [{ name: 'PARTNER_URL', value: 'http://partner:8080' }] }),
      ],
      { hosts: { partner: 'localhost', 'tools.shop.svc.cluster.local': 'localhost:3000', zipkin: 'localhost' } },
    );
    expect(written['resources/httpendpoint-partner.yaml'].spec.baseUrl).toBe('http://localhost:8080/api');
    expect(written['resources/mcpserver-tools.yaml'].spec.endpoint.sse.url).toBe('http://localhost:3000/sse');
    expect(written['config/settings.yaml'].spec.tracing.zipkin.endpointAddress).toBe('http://localhost:9411/api/v2/spans');
    expect(written['dapr.yaml'].apps[0].env).toEqual({ PARTNER_URL: 'http://localhost:8080' });
  });

  test('that stands nowhere is told', () => {
    expect(
      notes([component('c', 'state.redis', [{ name: 'redisHost', value: 'redis:6379' }])], { hosts: { redsi: 'localhost' } }),
    ).toContain("No value names the host 'redsi', which is to be replaced.");
  });
});

describe('what looks like a host of the cluster is told, and stays', () => {
  test.each([
    ['redisHost', 'redis:6379', ['redis:6379']],
    ['url', 'https://vault.vault:8200', ['vault.vault:8200']],
    ['url', 'http://orders.shop.svc.cluster.local/x', ['orders.shop.svc.cluster.local']],
    ['url', 'https://api.example.com', []],
    ['url', 'https://example.com:8443', []],
    ['redisHost', 'localhost:6379', []],
    ['redisHost', '127.0.0.1:6379', []],
    ['schedule', '0 0 2 * * *', []],
    ['model', 'anthropic.claude-3-haiku-20240307-v1:0', []],
    ['enableTLS', 'true', []],
  ])("%s '%s'", (name, value, expected) => {
    expect(found(name, value)).toEqual(expected);
    expect(setting(name, value)).toBe(value);
  });

  test('by the Services among the manifests', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } };
    expect(found('url', 'http://orders.shop.example.com/x', [service])).toEqual(['orders.shop.example.com']);
  });

  test('with where it stands', () => {
    const given = [
      component('b', 'state.redis', [{ name: 'redisHost', value: 'redis:6379' }]),
      component('a', 'state.redis', [{ name: 'redisHost', value: 'redis:6379' }]),
    ];
    expect(notes(given)).toEqual([
      "'redis:6379' looks like a host of the cluster (Component a, Component b): say what stands for it on this machine, or make it one.",
    ]);
  });
});

test('nothing else of a text is touched', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(setting('x', value)).toBe(value);
    }),
  );
});
