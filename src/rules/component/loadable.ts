import { COMPONENTS, TYPE_ALIASES } from '../../generated/component-facts';
import { MISNAMED } from '../../generated/component-types';
import { DaprVersion } from '../../dapr-version';
import { didYouMean, nearest } from '../../private/nearest';
import { versionsOf } from '../facts';
import type { Component } from '../model/component';
import type { Model } from '../model/model';
import { at } from '../read';
import type { Rule, Severity } from '../rule';
import { isPlaceholder } from './placeholder';

const CATEGORIES = ['bindings', 'configuration', 'conversation', 'crypto', 'lock', 'middleware', 'pubsub', 'secretstores', 'state'];
const CATEGORIES_1_19 = ['binarystore', 'search', 'vector'];
/** The categories of which a program of the user's own can bring further types. */
const PLUGGABLE = ['bindings', 'pubsub', 'secretstores', 'state'];
const TYPES = [...Object.keys(COMPONENTS), ...Object.keys(TYPE_ALIASES)];

export const loadable: Rule = {
  id: 'DAPR017',
  severity: 'error',
  title: 'A component type or version that the sidecar does not have',
  why: 'The sidecar looks the type up among those that it was built with, and exits where it finds none: every application that sees the component goes down.',
  fix: 'Write the type and version that the message names.',
  source: 'pkg/runtime/processor/components.go category; pkg/components/*/registry.go Create; pkg/components/versioning.go',
  facts: ['R044', 'R045', 'R046', 'R047', 'R048', 'R113'],
  demand: [8],
  symptoms: [
    /incorrect type \S+/,
    /couldn't find (state store|message bus|secret store|configuration store|lock store|crypto provider|conversation|(input|output) binding) /,
    /HTTP middleware \S+ has not been registered/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: secrets }
spec: { type: seccretstores.local.env, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'seccretstores.local.env'; did you mean 'secretstores.local.env'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: PubSub.redis, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'PubSub.redis': the category is in lower case, as in 'pubsub.redis'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: resolver }
spec: { type: nameresolution.sqlite, version: v1, metadata: [] }
`,
      says: ["'nameresolution.sqlite' is no component: it is set as spec.nameResolution of a Configuration"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: auth }
spec: { type: middleware.bearer, version: v1, metadata: [] }
`,
      says: ["the sidecar has no component type 'middleware.bearer'; did you mean 'middleware.http.bearer'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.postgresql, version: v3, metadata: [] }
`,
      says: ['the sidecar has no state.postgresql v3: it has v2, v1'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ours }
spec: { type: state.our-own-engine, version: v1, metadata: [] }
`,
      says: [
        "Dapr brings no component type 'state.our-own-engine': without a program of your own beside the sidecar that brings it, the sidecar exits",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.SQLITE3, version: V1, metadata: [{ name: connectionString, value: data.db }] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ours, annotations: { dapr.io/component-container: '{"image": "ours:1"}' } }
spec: { type: state.our-own-engine, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    const pluggable = hasPluggable(model);
    for (const component of model.components) {
      const { manifest, type, version } = component;
      if (type === '' || isPlaceholder(type) || isPlaceholder(version)) {
        continue;
      }
      const wrong = wrongType(component, model.daprVersion);
      if (wrong === undefined) {
        const versions = versionsOf(type);
        if (versions !== undefined && component.facts === undefined) {
          report.add(
            manifest,
            ['spec', 'version'],
            wrongVersion(
              component,
              versions.map((facts) => facts.version),
            ),
          );
        }
      } else if (wrong.severity === 'error' || !(pluggable || isContainer(component))) {
        report.add(manifest, ['spec', 'type'], wrong.message, { severity: wrong.severity });
      }
    }
  },
};

function wrongType({ type, category }: Component, version: DaprVersion): { message: string; severity: Severity } | undefined {
  const error = (message: string) => ({ message, severity: 'error' as const });
  const categories = version.isAtLeast(DaprVersion.V1_19) ? [...CATEGORIES, ...CATEGORIES_1_19] : CATEGORIES;
  const lower = type.toLowerCase();
  if (category === 'nameresolution') {
    return error(`'${type}' is no component: it is set as spec.nameResolution of a Configuration`);
  }
  if (/^workflow(backend|s)?$/.test(category)) {
    return error(`'${type}' is no component since Dapr 1.15: workflows keep their state in an actor state store`);
  }
  const none = `the sidecar has no component type '${type}'`;
  if (!categories.includes(category) || !type.includes('.')) {
    if (categories.includes(lower.split('.', 1)[0]) && lower.includes('.')) {
      return error(`${none}: the category is in lower case, as in '${lower.split('.', 1)[0]}${type.slice(category.length)}'`);
    }
    // A category that only a later Dapr has is told by the rule of versions.
    return CATEGORIES_1_19.includes(category)
      ? undefined
      : error(`${none}${didYouMean(type, TYPES) || `: it begins with one of ${categories.join(', ')} and a dot`}`);
  }
  if (Object.hasOwn(MISNAMED, lower)) {
    return error(`the sidecar does not load '${type}': its name is '${MISNAMED[lower]}'`);
  }
  if (versionsOf(type) !== undefined) {
    return undefined;
  }
  const meant = meantBy(lower);
  if (meant !== undefined) {
    return error(`${none}; did you mean '${meant}'?`);
  }
  if (!PLUGGABLE.includes(category)) {
    return error(`${none}: ${category} has ${TYPES.filter((name) => name.startsWith(`${category}.`)).join(', ')}`);
  }
  const message = `Dapr brings no component type '${type}': without a program of your own beside the sidecar that brings it, the sidecar exits`;
  return { message, severity: 'warning' };
}

/** The type that a text is near to: misspelt, with a segment too few or too many, with segments swapped, or of another category. */
function meantBy(lower: string): string | undefined {
  const [category] = lower.split('.', 1);
  const ofCategory = TYPES.filter((type) => type.startsWith(`${category}.`));
  const segments = lower.split('.').sort().join('.');
  return (
    ofCategory.find((type) => type.split('.').sort().join('.') === segments) ??
    ofCategory.find((type) => squeezed(type) === squeezed(lower)) ??
    ofCategory.find((type) => type.endsWith(`.${lower.slice(category.length + 1)}`)) ??
    nearest1(lower, ofCategory)
  );
}

/** At most one edit in eight letters: names of engines are short, and one's own may be near to another's. */
function nearest1(lower: string, types: readonly string[]): string | undefined {
  const [category] = lower.split('.', 1);
  const name = lower.slice(category.length + 1);
  if (name.length < 4) {
    return undefined;
  }
  const names = new Map(types.map((type) => [type.slice(category.length + 1), type]));
  const near = nearest(name, names.keys());
  const close =
    near !== undefined && nearest(`${name.slice(0, 5)}`, [near.slice(0, 5)]) !== undefined && Math.abs(near.length - name.length) <= 2;
  return close && similar(name, near) ? names.get(near) : undefined;
}

/** The letters of two words differ in at most one in five. */
function similar(a: string, b: string): boolean {
  const left = [...b];
  const common = [...a].filter((letter) => {
    const i = left.indexOf(letter);
    return i >= 0 && left.splice(i, 1).length === 1;
  }).length;
  return common >= Math.max(a.length, b.length) * 0.8;
}

function squeezed(type: string): string {
  return type.replace(/[-_]/g, '').replace(/\.(?=[^.]*\.)|\./g, '');
}

function wrongVersion({ type, version }: Component, versions: readonly string[]): string {
  const has = `it has ${versions.join(', ')}`;
  return version === '' ? `the sidecar has no ${type} without a version: ${has}` : `the sidecar has no ${type} ${version}: ${has}`;
}

/** Whether some pod has pluggable components beside its sidecar: then types that Dapr does not bring are meant. */
function hasPluggable({ workloads }: Pick<Model, 'workloads'>): boolean {
  return workloads.some(
    ({ annotations }) =>
      annotations['dapr.io/pluggable-components'] !== undefined || annotations['dapr.io/inject-pluggable-components'] !== undefined,
  );
}

function isContainer({ manifest }: Component): boolean {
  return at(manifest.body, 'metadata', 'annotations', 'dapr.io/component-container') !== undefined;
}
