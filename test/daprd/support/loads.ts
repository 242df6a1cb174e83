/** Components of typed classes, loaded by one sidecar together with the server that they need, and used. */
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Chart, Testing } from 'cdk8s';
import * as dapr from '../../../src';
import { ComponentFact } from '../../../tools/generate/catalog';
import { Processes } from '../../../tools/real/processes';
import { Sidecar, startSidecar } from '../../../tools/real/sidecar';
import { CATALOG, classOf } from '../../support/samples';
import { topicOf } from './loaded';
import { uses } from './uses';

/** A component that daprd loads. */
export interface Load<S> {
  /** What is special about it. */
  readonly title: string;
  readonly of: (chart: Chart, id: string, server: S) => dapr.Component;
  /** Capabilities of the catalog that this server does not give. */
  readonly lacks?: readonly string[];
  /** What of its directions it uses; all unless given. */
  readonly directions?: readonly string[];
  /** What a use of it needs to know. */
  readonly use?: object;
}

/** The names that /v1.0/metadata has for what the catalog calls otherwise. */
const CAPABILITIES: Readonly<Record<string, string>> = {
  actors: 'ACTOR',
  etag: 'ETAG',
  transactions: 'TRANSACTIONAL',
  query: 'QUERY_API',
  ttl: 'TTL',
  keysLike: 'KEYS_LIKE',
  partitionKey: 'PARTITION_KEY',
  deleteWithPrefix: 'DELETE_WITH_PREFIX',
  bulk: 'BULK_PUBSUB',
  messageTtl: 'MESSAGE_TTL',
  wildcards: 'SUBSCRIBE_WILDCARDS',
  bulkSubscribeImmediate: 'BULK_SUBSCRIBE_IMMEDIATE',
};

/** Tests that one sidecar loads these components, and that they do what their class of components is for. */
export function describeLoads<S>(title: string, start: (processes: Processes) => Promise<S>, loads: readonly Load<S>[]): void {
  describe(title, () => {
    const processes = new Processes();
    const names = loads.map((_, i) => `c${i}`);
    const events = new Map<string, unknown[]>();
    let app: Server | undefined;
    let sidecar: Sidecar;
    let facts: ComponentFact[];
    let listed: any[];

    beforeAll(async () => {
      const server = await start(processes);
      const chart = Testing.chart();
      facts = loads.map((load, i) => factOf(load.of(chart, names[i], server)));
      const pubsubs = names.filter((_, i) => facts[i].category === 'pubsub');
      app = await startApp(pubsubs, events);
      sidecar = await startSidecar(processes, {
        resources: Testing.synth(chart),
        env: { LOADS_FROM_ENVIRONMENT: 'yes' },
        appPort: (app.address() as AddressInfo).port,
      });
      await sidecar.ready(60_000);
      listed = (await sidecar.metadata()).components;
    }, 180_000);
    afterAll(async () => {
      await processes.stop();
      app?.close();
    }, 60_000);

    describe.each(loads.map((load, i) => [load.title, load, i] as const))('%s', (_, load, i) => {
      test('loads, and says of itself what the catalog says', () => {
        const { type, version, category, binding, capabilities = [] } = facts[i];
        const own = capabilities.filter((one) => !load.lacks?.includes(one)).map((one) => CAPABILITIES[one]);
        const expected =
          category === 'bindings' ? (load.directions ?? binding!.directions).map((one) => `${one.toUpperCase()}_BINDING`) : own;
        const { capabilities: found, ...rest } = listed.find(({ name }) => name === names[i]);
        expect(rest).toEqual({ name: names[i], type, version });
        expect([...(found ?? [])].filter((one) => one !== 'MULTIPLE_KEY_VALUES_PER_SECRET').sort()).toEqual([...expected].sort());
      });

      test('works', async () => {
        await uses(facts[i].category)?.({ sidecar, name: names[i], fact: without(facts[i], load.lacks), events, use: load.use ?? {} });
      }, 60_000);
    });

    test('daprd complains of nothing', () => {
      // A stale ETag is the test's own.
      expect(sidecar.messages('error', 'fatal').filter((message) => !/etag mismatch/i.test(message))).toEqual([]);
    });
  });
}

function without(fact: ComponentFact, lacks: readonly string[] = []): ComponentFact {
  return { ...fact, capabilities: fact.capabilities?.filter((one) => !lacks.includes(one)) };
}

function factOf(component: dapr.Component): ComponentFact {
  return CATALOG.components.find((fact) => component.constructor === classOf(fact))!;
}

/** An app that subscribes to one topic of each pub/sub component, and keeps what it gets. */
function startApp(pubsubs: readonly string[], events: Map<string, unknown[]>): Promise<Server> {
  const subscriptions = pubsubs.map((pubsubname) => ({ pubsubname, topic: topicOf(pubsubname), route: `/events/${pubsubname}` }));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const name = /^\/events\/(.*)/.exec(request.url!)?.[1];
      if (name !== undefined) {
        events.set(name, [...(events.get(name) ?? []), JSON.parse(body).data]);
      }
      response.setHeader('content-type', 'application/json');
      response.end(request.url === '/dapr/subscribe' ? JSON.stringify(subscriptions) : '{}');
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
