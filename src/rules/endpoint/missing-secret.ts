import { mayShareNamespace, type Manifest } from '../model/manifest';
import type { Model } from '../model/model';
import { NearMisses } from '../near-miss';
import { mapping } from '../read';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { callersOf, SecretUse, secretUsesOf } from './callers';

/** The store that the operator itself reads, and the one that counts where none is named. */
const KUBERNETES = 'kubernetes';

export const missingSecret: Rule = {
  id: 'DAPR189',
  severity: 'error',
  title: 'A Secret or secret store that an HTTPEndpoint or MCPServer does not find',
  why: 'The operator reads the Secrets of all HTTPEndpoints of a namespace at once, whatever their scopes: one that is missing hides every HTTPEndpoint from every application. For MCPServers it is worse: no sidecar of the namespace starts. A missing key is an empty value, and so is what a secret store would hold that is not there.',
  fix: 'Create the Secret in the namespace of the resource, or correct the name.',
  source:
    'pkg/operator/api/httpendpoints.go ListHTTPEndpoints; pkg/operator/api/mcpservers.go ListMCPServers; pkg/operator/api/components.go getSecret; pkg/runtime/processor/secret/secret.go ProcessResource',
  facts: ['R192', 'R200', 'R207', 'R213'],
  demand: [3],
  symptoms: [
    /error processing secrets for (http endpoint|MCP server) /,
    /error resolving .* secret for MCPServer \\?"/,
    /(HTTPEndpoint|MCPServer) \S+ references a secret store that isn't loaded/,
    /OAuth2 credential retrieval failed/,
  ],
  bad: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: github-tokn, key: token } }]
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP:
      url: https://tools.example.com/mcp
      headers: [{ name: Authorization, secretKeyRef: { name: github-token, key: tokn } }]
---
apiVersion: v1
kind: Secret
metadata: { name: github-token }
stringData: { token: not-a-real-one }
`,
      says: [
        "there is no Secret 'github-tokn', so no application of the namespace sees any HTTPEndpoint; did you mean 'github-token'?",
        "the Secret 'github-token' has no key 'tokn', so the value is empty: it has token",
      ],
    },
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    streamableHTTP:
      url: https://tools.example.com/mcp
      auth: { secretStore: vaultt, oauth2: { issuer: https://login.example.com/token, secretKeyRef: { name: tools, key: secret } } }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec:
  endpoint:
    sse:
      url: https://tools.example.com/sse
      headers: [{ name: Authorization, secretKeyRef: { name: tools } }]
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
auth: { secretStore: statestore }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: github, key: token } }]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec: { type: secretstores.kubernetes, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: [
        "there is no secret store 'vaultt', so the sidecar cannot get the Secret 'tools'; did you mean 'vault'?",
        "there is no Secret 'tools', so no sidecar of the namespace starts",
        "the component 'statestore' is no secret store but state.in-memory, so the sidecar cannot get the Secret 'github'",
      ],
    },
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: github, key: token } }]
`,
      says: [
        "auth.secretStore is required self-hosted, where no secret store counts by itself, so the sidecar cannot get the Secret 'github'",
      ],
    },
  ],
  good: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: github-token, key: token } }]
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: sealed }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: sealed, key: token } }]
---
apiVersion: v1
kind: Secret
metadata: { name: github-token }
stringData: { token: not-a-real-one }
---
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: sealed }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec:
  baseUrl: https://api.github.com
  headers: [{ name: Authorization, secretKeyRef: { name: elsewhere, key: token } }]
`,
    },
  ],
  check(model, report) {
    const secrets = secretsOf(model);
    const near = { secrets: new NearMisses(secrets.keys()), stores: new NearMisses(storeNames(model)) };
    for (const resource of callersOf(model)) {
      for (const use of secretUsesOf(resource).filter(({ secret, store }) => !isUnrendered(secret) && !isUnrendered(store ?? ''))) {
        const store = use.store ?? (model.target === 'self-hosted' ? undefined : KUBERNETES);
        if (store === undefined) {
          const message = `auth.secretStore is required self-hosted, where no secret store counts by itself, so the sidecar cannot get the Secret '${use.secret}'`;
          report.add(resource.manifest, use.path, message, { fix: 'Set auth.secretStore to the name of a secret store component.' });
        } else if (store === KUBERNETES && model.target !== 'self-hosted') {
          checkSecret(report, use, secrets.get(use.secret) ?? [], near.secrets);
        } else {
          checkStore(model, report, use, near.stores);
        }
      }
    }
  },
};

/** What makes Secrets, by the name of the Secret: other projects' kinds too, of which nobody knows the keys. */
function secretsOf({ manifests }: Model): Map<string, Manifest[]> {
  const secrets = new Map<string, Manifest[]>();
  for (const manifest of manifests.filter(({ kind }) => /Secret/.test(kind))) {
    const target = mapping(mapping(manifest.body.spec).target).name;
    for (const name of new Set([manifest.name, typeof target === 'string' ? target : manifest.name])) {
      const named = secrets.get(name);
      if (named === undefined) {
        secrets.set(name, [manifest]);
      } else {
        named.push(manifest);
      }
    }
  }
  return secrets;
}

function storeNames({ components }: Model): string[] {
  return components.filter(({ category }) => category === 'secretstores').map(({ name }) => name);
}

function checkSecret(report: Report, use: SecretUse, named: readonly Manifest[], near: NearMisses): void {
  const { resource, secret, key, path } = use;
  const { manifest } = resource;
  const found = named.filter((one) => mayShareNamespace(one, resource));
  if (found.length === 0) {
    const meant = near.find(secret);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    const message = `there is no Secret '${secret}', so ${effectOn(use)}${hint}`;
    report.add(manifest, path, message, { outside: meant === undefined ? 'silent' : 'warning' });
    return;
  }
  const keys = found.map(keysOf);
  if (keys.every((known) => known !== undefined && !known.includes(key))) {
    const has = [...new Set(keys.flatMap((known) => known ?? []))].join(', ');
    const message = `the Secret '${secret}' has no key '${key}', so the value is empty: it has ${has || 'none'}`;
    const together = found.some(({ source }) => source === manifest.source);
    report.add(manifest, path, message, together ? {} : { outside: 'warning' });
  }
}

function effectOn({ resource, own }: SecretUse): string {
  if (resource.manifest.kind === 'HTTPEndpoint') {
    return 'no application of the namespace sees any HTTPEndpoint';
  }
  return own ? `the sidecar cannot connect to '${resource.name}'` : 'no sidecar of the namespace starts';
}

/** The keys of a Secret that are written down; nothing where something else fills it. */
function keysOf({ kind, body }: Manifest): string[] | undefined {
  const keys = [...Object.keys(mapping(body.data)), ...Object.keys(mapping(body.stringData))];
  return kind === 'Secret' && keys.length > 0 ? keys : undefined;
}

function checkStore(model: Model, report: Report, { resource, store = '', secret, path }: SecretUse, near: NearMisses): void {
  const found = model.componentsNamed(store, resource);
  const effect = `so the sidecar cannot get the Secret '${secret}'`;
  if (found.length === 0) {
    const meant = near.find(store);
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    const message = `there is no secret store '${store}', ${effect}${hint}`;
    report.add(resource.manifest, path, message, { outside: meant === undefined ? 'silent' : 'warning' });
  } else if (found.every(({ category }) => category !== 'secretstores')) {
    const message = `the component '${store}' is no secret store but ${found[0].type}, ${effect}`;
    report.add(resource.manifest, path, message, { outside: 'warning' });
  }
}
