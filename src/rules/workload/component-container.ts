import type { Rule } from '../rule';
import { isMapping, text } from '../read';
import { isUnrendered } from './annotations';

const NAME = 'dapr.io/component-container';

function componentWith(container: string): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata:
  name: files
  annotations: { ${NAME}: '${container}' }
spec: { type: state.shop-files, version: v1, metadata: [] }
`;
}

export const componentContainer: Rule = {
  id: 'DAPR058',
  severity: 'error',
  title: 'The container of a pluggable component that nobody can read',
  why: 'The injector reads the container from JSON. Where it cannot, it leaves the container out with a line in its own log, and the sidecar waits for a component that never comes.',
  fix: 'Write the container as one JSON object, with its image: {"name": "store", "image": "shop/store:1.0.0"}.',
  source: 'pkg/injector/patcher/sidecar_components.go Injectable',
  facts: ['R032'],
  symptoms: [/Could not unmarshal container \S+/],
  bad: [
    {
      yaml: componentWith('{ image: shop/files:1.0.0 }'),
      target: 'kubernetes',
      says: ["'dapr.io/component-container' must be a container as JSON, and is no JSON"],
    },
    {
      yaml: componentWith('{"name": "files"}'),
      target: 'kubernetes',
      says: ["'dapr.io/component-container' must be a container as JSON: it has no image"],
    },
    {
      yaml: componentWith('["shop/files:1.0.0"]'),
      target: 'kubernetes',
      says: ["'dapr.io/component-container' must be a container as JSON, and is no object"],
    },
  ],
  good: [{ yaml: componentWith('{"name": "files", "image": "shop/files:1.0.0"}') }],
  check({ components }, report) {
    for (const { manifest } of components) {
      const value = text(manifest.annotations[NAME]);
      const problem = value === undefined || value === '' || isUnrendered(value) ? undefined : problemOf(value);
      if (problem !== undefined) {
        const message = `'${NAME}' must be a container as JSON${problem}`;
        report.add(manifest, ['metadata', 'annotations', NAME], message, { only: 'kubernetes' });
      }
    }
  },
};

function problemOf(json: string): string | undefined {
  let container: unknown;
  try {
    container = JSON.parse(json);
  } catch {
    return ', and is no JSON';
  }
  if (!isMapping(container)) {
    return ', and is no object';
  }
  // Go reads the names of fields in any case.
  const [, image] = Object.entries(container).find(([name]) => name.toLowerCase() === 'image') ?? [];
  return text(image) === undefined || image === '' ? ': it has no image' : undefined;
}
