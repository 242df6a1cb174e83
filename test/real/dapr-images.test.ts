import { daprImages, imagesOf } from '../../tools/real/cluster/dapr-images';

const RENDERED = `
apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
      - name: dapr-sidecar-injector
        image: "ghcr.io/dapr/injector:1.18.3"
        env:
        - name: SIDECAR_IMAGE
          value: "ghcr.io/dapr/daprd:1.18.3"
        - name: SIDECAR_IMAGE_PULL_POLICY
          value: "IfNotPresent"
---
spec:
  template:
    spec:
      containers:
      - image: registry.example:5000/dapr/sentry:1.18.3
        name: dapr-sentry
      - name: again
        image: "ghcr.io/dapr/injector:1.18.3"
`;

test('the images of a chart are those of its containers, and the one that is injected', () => {
  expect(imagesOf(RENDERED)).toEqual([
    'ghcr.io/dapr/daprd:1.18.3',
    'ghcr.io/dapr/injector:1.18.3',
    'registry.example:5000/dapr/sentry:1.18.3',
  ]);
});

test('an image that is none of Dapr is not made', () => {
  expect(() => daprImages('image: "busybox:1"')).toThrow(
    "the chart asks for the image busybox:1, which is none of Dapr's: daprd, injector, operator, placement, scheduler, sentry",
  );
});
