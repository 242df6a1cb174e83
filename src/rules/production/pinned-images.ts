import { annotation, annotationPath, containersOf } from '../model/workload';
import { text } from '../read';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { nameOf, sidecars } from './sidecars';

const SIDECAR = 'dapr.io/sidecar-image';

export const pinnedImages: Rule = {
  id: 'DAPR233',
  severity: 'warning',
  title: 'An image that may be another tomorrow',
  why: 'An image without a tag, or with the tag latest, is whatever was pushed last: two pods of one application may run different programs, a rollback brings nothing back, and a sidecar may be newer than the control plane.',
  fix: 'Write the version as a tag, or the digest.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names; pkg/injector/annotations/annotations.go KeySidecarImage',
  facts: [],
  bad: [
    {
      yaml: deployment({ image: 'ghcr.io/example/orders' }),
      says: ["the container 'app' of 'orders' has an image without a version: got 'ghcr.io/example/orders'"],
    },
    {
      yaml: deployment({ image: 'registry:5000/orders:latest', annotations: `${SIDECAR}: daprio/daprd` }),
      says: [
        "the sidecar of 'orders' has an image without a version: got 'daprio/daprd'",
        "the container 'app' of 'orders' has an image without a version: got 'registry:5000/orders:latest'",
      ],
    },
  ],
  good: [
    { yaml: deployment({ image: 'registry:5000/orders:1.0.0', annotations: `${SIDECAR}: "ghcr.io/dapr/daprd:1.18.3"` }) },
    { yaml: deployment({ image: `orders@sha256:${'0'.repeat(64)}` }) },
  ],
  check(model, report) {
    for (const workload of sidecars(model)) {
      const sidecar = annotation(workload.annotations, SIDECAR) ?? '';
      if (isLoose(sidecar)) {
        report.add(workload.manifest, annotationPath(workload, SIDECAR), `the sidecar of '${nameOf(workload)}' ${loose(sidecar)}`);
      }
      for (const { container, path } of containersOf(workload)) {
        const image = text(container.image) ?? '';
        if (isLoose(image)) {
          report.add(
            workload.manifest,
            [...path, 'image'],
            `the container '${String(container.name)}' of '${nameOf(workload)}' ${loose(image)}`,
          );
        }
      }
    }
  },
};

/** What kustomize or a pipeline fills in is no image yet. */
function isLoose(image: string): boolean {
  return /^[\w./:-]+$/.test(image) && (!/:[^/]+$/.test(image) || image.endsWith(':latest'));
}

function loose(image: string): string {
  return `has an image without a version: got '${image}'`;
}
