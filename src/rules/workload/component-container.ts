import { didYouMean } from '../../private/nearest';
import { annotationPath } from '../model/workload';
import { at, isMapping, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered, quoted, textOf } from './annotations';
import { deploymentWith } from './examples';

const NAME = 'dapr.io/component-container';
const PLUGGABLE = 'dapr.io/pluggable-components';

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
  title: 'The container of a pluggable component that is not found',
  why: 'The injector reads the container from JSON on the Component, or finds it in the pod by its exact name. Where it does neither, sidecar and container share no socket, and the component does not load.',
  fix: 'Write the container as one JSON object, with its image: {"name": "store", "image": "shop/store:1.0.0"}.',
  source: 'pkg/injector/patcher/sidecar_components.go Injectable, splitContainers',
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
    {
      yaml: deploymentWith(["dapr.io/pluggable-components: 'files, busses'"], {
        pod: "initContainers: [{ name: bus, image: 'shop/bus:1.0.0' }]",
      }).replace('containers: [', "containers: [{ name: busses, image: 'shop/bus:1.0.0' }, "),
      says: [
        "the pod has no container 'files', which 'dapr.io/pluggable-components' names",
        "the injector takes the space in ' busses' for a part of the container's name in 'dapr.io/pluggable-components'",
      ],
    },
  ],
  good: [{ yaml: componentWith('{"name": "files", "image": "shop/files:1.0.0"}') }],
  check({ components, workloads }, report) {
    for (const workload of workloads.filter(({ injected }) => injected)) {
      const containers = list(workload.podSpec.containers).flatMap((container) => text(at(container, 'name')) ?? []);
      for (const name of (textOf(workload, PLUGGABLE) ?? '').split(',').filter((one) => one !== '' && !containers.includes(one))) {
        const message = containers.includes(name.trim())
          ? `the injector takes the space in ${quoted(name)} for a part of the container's name in '${PLUGGABLE}'`
          : `the pod has no container ${quoted(name.trim())}, which '${PLUGGABLE}' names${didYouMean(name.trim(), containers)}`;
        report.add(workload.manifest, annotationPath(workload, PLUGGABLE), message);
      }
    }
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
