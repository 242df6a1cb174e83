import { dirname } from 'node:path';
import fc from 'fast-check';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { RECOMMENDED } from '../../src/rules';
import { check } from '../../src/rules/engine';
import { grouped } from '../../src/rules/grouped';
import { modelOf } from '../../src/rules/model/model';
import { pathText } from '../../src/rules/read';
import { exampleTexts } from '../support/cases';
import { MISTAKES } from './mutations/mistakes';
import { Body, Mutant } from './mutations/place';

/** What no example has, an MCP server and a pipeline of middleware, and what they need. */
const MORE = `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools, namespace: shop }
scopes: [agent]
spec: { endpoint: { streamableHTTP: { url: 'https://tools.example.com/mcp' } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: agentstore, namespace: shop }
scopes: [agent]
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: 'redis:6379' }
    - { name: redisPassword, secretKeyRef: { name: redis, key: password } }
    - { name: actorStateStore, value: 'true' }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata:
      labels: { app: agent }
      annotations: { dapr.io/enabled: 'true', dapr.io/app-id: agent, dapr.io/app-port: '8080', dapr.io/config: agent-config }
    spec: { containers: [{ name: agent, image: 'ghcr.io/example/agent:1.0.0' }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: signed-in, namespace: shop }
scopes: [agent]
spec:
  type: middleware.http.bearer
  version: v1
  metadata:
    - { name: issuer, value: 'https://login.example.com/' }
    - { name: audience, value: agent }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: agent-config, namespace: shop }
spec:
  httpPipeline: { handlers: [{ name: signed-in, type: middleware.http.bearer }] }
`;

/** A caller that the example `security` lets in from another namespace. */
const WAREHOUSE = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: export, namespace: warehouse }
spec:
  selector: { matchLabels: { app: export } }
  template:
    metadata: { labels: { app: export }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: export } }
    spec: { containers: [{ name: export, image: 'ghcr.io/example/export:1.0.0' }] }
`;

/** What the examples write, a set for each: what is applied together. */
const SETS: readonly (readonly [string, Body[]])[] = [
  ...[...grouped(exampleTexts(), ([path]) => dirname(dirname(path)))].map(([name, files]): [string, Body[]] => [
    name,
    withSecrets([...files.flatMap(([, text]) => read(text)), ...(name === 'security' ? read(WAREHOUSE) : [])]),
  ]),
  ['more', withSecrets(read(MORE))],
];

function read(yaml: string): Body[] {
  return loadAll(yaml, { schema: YAML11_SCHEMA });
}

/** The Secrets that manifests refer to, which no repository holds: with them, nothing exists outside. */
function withSecrets(manifests: Body[]): Body[] {
  const secrets = new Map<string, Body>();
  const add = (namespace: string, name: string, key: string): void => {
    const secret = secrets.get(`${namespace}/${name}`) ?? { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, data: {} };
    secret.data[key] = '';
    secrets.set(`${namespace}/${name}`, secret);
  };
  const walk = (namespace: string, value: Body): void => {
    for (const [key, inner] of Object.entries<Body>(typeof value === 'object' && value !== null ? value : {})) {
      if (key === 'secretKeyRef') {
        add(namespace, inner.name, inner.key);
      } else if (/^dapr\.io\/(api|app)-token-secret$/.test(key)) {
        add(namespace, inner, 'token');
      }
      walk(namespace, inner);
    }
  };
  manifests.forEach((body) => walk(body.metadata.namespace, body));
  return [...manifests, ...secrets.values()];
}

/** What the rules say of manifests that stand for everything there is. */
function found(manifests: Body[]): { rule: string; body: Body; field: string; text: string }[] {
  const model = modelOf(
    manifests.map((body) => ({ body, source: 'app.yaml' })),
    { complete: true },
  );
  return check(model, { rules: RECOMMENDED }).findings.map(({ rule, severity, manifest, path, message }) => ({
    rule,
    body: manifest.body,
    field: pathText(path),
    text: `${severity} ${rule} ${manifest.kind}/${manifest.name} ${pathText(path)}: ${message}`,
  }));
}

const CASES = MISTAKES.map((mistake) => {
  const mutants = SETS.flatMap(([name, manifests]) =>
    mistake.places(manifests).map((mutant): [string, Body[], Mutant] => [name, manifests, mutant]),
  );
  return [mistake.number, mistake.title, mistake, mutants] as const;
});

test('the 25 mistakes all have a mutation', () => {
  expect([...new Set(MISTAKES.map(({ number }) => number))].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});

test.each(SETS)('the example %s has no mistake before one is made', (_name, manifests) => {
  expect(found(manifests).filter(({ text }) => text.startsWith('error'))).toEqual([]);
});

describe.each(CASES)('mistake %i: %s', (_number, _title, mistake, mutants) => {
  test('can be made somewhere in the examples', () => {
    expect(mutants.length).toBeGreaterThan(0);
  });

  test('is found wherever it is made, at its field, by its rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mutants), ([, manifests, mutant]) => {
        const copies = structuredClone(manifests);
        mutant.apply(copies);
        const all = found(copies);
        const right = all.filter(
          ({ rule, body, field }) => mistake.rules.includes(rule) && body === mutant.on(copies) && field.startsWith(mutant.field),
        );
        if (right.length === 0) {
          throw new Error(`not found at ${mutant.field}; found:\n${all.map(({ text }) => text).join('\n')}`);
        }
      }),
      { numRuns: 30 },
    );
  });
});
