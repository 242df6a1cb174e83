import { at, isMapping } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from './differences';

export const resourceName: Rule = {
  id: 'DAPR001',
  severity: 'error',
  title: 'A name that the API server refuses',
  why: 'Names of resources, and of namespaces, are DNS names on Kubernetes: lower case letters, digits, dashes and, in names of resources, dots. Self-hosted only a slash, a percent sign and lone dots are refused, and the resource is then skipped.',
  fix: 'Write a name of lower case letters, digits and dashes, and call the resource by it in the application.',
  source: 'charts/dapr/crds; pkg/internal/loader/disk/manifest.go decodeYaml',
  facts: ['R035', 'R037'],
  demand: [41, 42],
  symptoms: [
    /a lowercase RFC 1123 (subdomain|label) must consist of/,
    /resource name may not be empty/,
    /error when parsing manifests yaml resource in .*invalid name/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: stateStore, namespace: Shop }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      target: 'kubernetes',
      says: [
        "a Component cannot be named 'stateStore': expected at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'state-store'",
        "a namespace cannot be named 'Shop': expected at most 63 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'shop'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: shop/store }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: 7 }
spec: { policies: {}, targets: {} }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
spec: { baseUrl: 'https://bank.example' }
`,
      target: 'kubernetes',
      says: [
        "a Component cannot be named 'shop/store': expected at most 253 lower case letters, digits, '-' and '.', with a letter or digit at both ends, e.g. 'shop-store'",
        "a Resiliency must be named by text: got 7, write '7' with the quotes",
        'an HTTPEndpoint needs a name: got nothing in metadata.name',
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: state.store-1, namespace: shop }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: stateStore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      target: 'self-hosted',
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { generateName: store- }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
  ],
  check({ manifests }, report) {
    for (const manifest of manifests) {
      const { daprKind: kind } = manifest;
      if (kind === undefined) {
        continue;
      }
      const { metadata } = manifest.body;
      const name = at(metadata, 'name');
      const owner = `${/^[HM]/.test(kind) ? 'an' : 'a'} ${kind}`;
      if (name === undefined || name === null || name === '') {
        if (at(metadata, 'generateName') === undefined) {
          const path = isMapping(metadata) ? ['metadata'] : [];
          report.add(manifest, path, `${owner} needs a name: got nothing in metadata.name`, { only: 'kubernetes' });
        }
      } else if (typeof name === 'number' || typeof name === 'boolean') {
        const message = `${owner} must be named by text: got ${name}, write '${name}' with the quotes`;
        report.add(manifest, ['metadata', 'name'], message, { only: 'kubernetes' });
      } else if (typeof name === 'string' && !isUnrendered(name) && !isName(name, SUBDOMAIN)) {
        report.add(manifest, ['metadata', 'name'], `${owner} cannot be named ${expected(name, SUBDOMAIN)}`, {
          only: NO_PATH_SEGMENT.test(name) ? undefined : 'kubernetes',
        });
      }
      const { namespace } = manifest;
      if (namespace !== undefined && !isUnrendered(namespace) && !isName(namespace, LABEL)) {
        const message = `a namespace cannot be named ${expected(namespace, LABEL)}`;
        report.add(manifest, ['metadata', 'namespace'], message, { only: 'kubernetes' });
      }
    }
  },
};

interface NameForm {
  readonly pattern: RegExp;
  readonly most: number;
  readonly letters: string;
}

const SUBDOMAIN: NameForm = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  most: 253,
  letters: "lower case letters, digits, '-' and '.'",
};
const LABEL: NameForm = { pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, most: 63, letters: "lower case letters, digits and '-'" };

/** What a self-hosted sidecar skips too. */
const NO_PATH_SEGMENT = /^\.\.?$|[/%]/;

function isName(name: string, { pattern, most }: NameForm): boolean {
  return name.length <= most && pattern.test(name);
}

function expected(name: string, { most, letters }: NameForm): string {
  const better = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
  const shown = name.length > 80 ? `${name.slice(0, 77)}…` : name;
  const example = better === '' || name.length > most ? '' : `, e.g. '${better}'`;
  return `'${shown}': expected at most ${most} ${letters}, with a letter or digit at both ends${example}`;
}
