import { RESOURCE_SHAPES } from '../../generated/resource-shapes';
import { didYouMean } from '../../private/nearest';
import { factsOf } from '../facts';
import { Manifest } from '../model/manifest';
import { at, Path, pathText, text } from '../read';
import type { Rule } from '../rule';
import { differencesOf } from './differences';
import { Shape } from './resource-shape';

export const unknownField: Rule = {
  id: 'DAPR019',
  severity: 'error',
  title: 'A field that Dapr does not have',
  why: 'The API server prunes what the CRD does not know, and a self-hosted sidecar skips it, both without a word: the resource works as if the field had never been written.',
  fix: 'Write the field that the message names, in its place, or remove the line.',
  source: 'charts/dapr/crds; pkg/internal/loader/disk/manifest.go decodeYaml; pkg/config/configuration.go LoadStandaloneConfiguration',
  facts: ['R035', 'R146'],
  demand: [1, 7, 15],
  symptoms: [/unknown field "(spec|scope|auth)\b[^"]*"/, /strict decoding error: unknown field/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
scope: [orders]
`,
      says: ["'scope' is no field of a Component; did you mean 'scopes'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
type: state.redis
spec:
  type: state.redis
  version: v1
  redisHost: redis:6379
  scopes: [orders]
  secretStore: vault
  metadata:
    - { name: redisDB, vaule: '0' }
`,
      says: [
        "'vaule' is no field of spec.metadata[0]; did you mean 'value'?",
        "'redisHost' is no field of spec; it is a key of state.redis: write it into spec.metadata as an item with name and value",
        "'scopes' is no field of spec; its place is 'scopes'",
        "'secretStore' is no field of spec; its place is 'auth.secretStore'",
        "'type' is no field of a Component; its place is 'spec.type'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  httpPipeline:
    handlers:
      - { name: limit, type: middleware.http.ratelimit, version: v2 }
`,
      target: 'kubernetes',
      says: [
        "'version' is no field of spec.httpPipeline.handlers[0]: it has name, selector, type; on Kubernetes a handler always means version v1",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubName: broker, pubsubname: broker, topic: orders, route: /orders, routes: { default: /orders } }
`,
      target: 'kubernetes',
      says: ["'pubsubName' is no field of spec; did you mean 'pubsubname'?", "'route' is no field of spec; dapr.io/v1alpha1 has it"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: {}
  targets: {}
  apps: {}
  unheardOf: {}
`,
      says: ["'apps' is no field of spec; its place is 'spec.targets.apps'", "'unheardOf' is no field of spec: it has policies, targets"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, labels: { team: shop } }
auth: { secretStore: vault }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: redis:6379 }
scopes: [orders]
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubName: broker, topic: orders, routes: { default: /orders } }
`,
      target: 'self-hosted',
    },
  ],
  check(model, report) {
    for (const { manifest, shape, difference } of differencesOf(model, 'unknown field')) {
      const { name, path, owner } = difference;
      report.add(manifest, path, `'${name}' is no field of ${place(manifest, path)}${hint(manifest, path, owner, shape)}`, {
        only: isReadSelfHosted(manifest, name, owner) ? 'kubernetes' : undefined,
      });
    }
  },
};

/** A sidecar reads its resources without regard to letter case, but its configuration with; that one knows a handler's version. */
function isReadSelfHosted({ kind }: Manifest, name: string, owner: Shape): boolean {
  if (kind === 'Configuration') {
    return name === 'version' && isHandler(owner);
  }
  return sameButCase(name, owner) !== undefined;
}

function hint(manifest: Manifest, path: Path, owner: Shape, root: Shape): string {
  const name = String(path.at(-1));
  const sibling = sameButCase(name, owner);
  if (sibling !== undefined) {
    return `; did you mean '${sibling}'?`;
  }
  const type = text(at(manifest.body, 'spec', 'type'));
  if (manifest.kind === 'Component' && pathText(path) === `spec.${name}` && isKeyOf(name, manifest)) {
    return `; it is a key of ${type}: write it into spec.metadata as an item with name and value`;
  }
  const version = otherVersionWith(manifest, path);
  if (version !== undefined) {
    return `; ${version} has it`;
  }
  const proper = path.some((step) => typeof step === 'number') ? undefined : properPlace(name, root);
  if (proper !== undefined) {
    return `; its place is '${proper}'`;
  }
  const names = Object.keys(owner.fields ?? {});
  const has = `: it has ${names.slice(0, 16).join(', ')}${names.length > 16 ? ', …' : ''}`;
  return isHandler(owner) && name === 'version'
    ? `${has}; on Kubernetes a handler always means version v1`
    : didYouMean(name, names) || has;
}

/** Where a field of the name stands, outside of lists and maps: the highest, where no other is as high. */
function properPlace(name: string, root: Shape): string | undefined {
  if (['name', 'namespace', 'labels', 'annotations'].includes(name)) {
    return `metadata.${name}`;
  }
  const [first, second] = placesOf(name, root, []).sort((a, b) => a.length - b.length);
  return first !== undefined && first.length !== second?.length ? pathText(first) : undefined;
}

function place({ kind }: Manifest, path: Path): string {
  const holder = path.slice(0, -1);
  return holder.length === 0 ? `a${/^[AEIOHM]/.test(kind) ? 'n' : ''} ${kind}` : pathText(holder);
}

function sameButCase(name: string, { fields }: Shape): string | undefined {
  return Object.keys(fields ?? {}).find((field) => field.toLowerCase() === name.toLowerCase());
}

function isHandler({ fields }: Shape): boolean {
  return fields !== undefined && 'selector' in fields;
}

function isKeyOf(name: string, { body }: Manifest): boolean {
  const facts = factsOf(text(at(body, 'spec', 'type')) ?? '', text(at(body, 'spec', 'version')) ?? '');
  return facts !== undefined && Object.hasOwn(facts.keys, name);
}

/** Another apiVersion of the kind that has the very field. */
function otherVersionWith({ kind, apiVersion }: Manifest, path: Path): string | undefined {
  const other = Object.keys(RESOURCE_SHAPES).find((key) => key.endsWith(` ${kind}`) && !key.startsWith(`${apiVersion} `));
  return other !== undefined && fieldAt(RESOURCE_SHAPES[other], path) !== undefined ? other.split(' ', 1)[0] : undefined;
}

function fieldAt(shape: Shape, path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (here, step) =>
      typeof step === 'string' && here?.fields !== undefined && Object.hasOwn(here.fields, step) ? here.fields[step] : here?.items,
    shape,
  );
}

function placesOf(name: string, { fields }: Shape, path: Path): Path[] {
  return Object.entries(fields ?? {}).flatMap(([field, shape]) => [
    ...(field === name ? [[...path, field]] : []),
    ...placesOf(name, shape, [...path, field]),
  ]);
}
