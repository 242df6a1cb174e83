import { Fields } from '../private/fields';

/** The name of the Secret and the ConfigMap, which sentry and the chart have fixed. */
export const NAME = 'dapr-trust-bundle';

/** Where a bundle stands. */
export const TRUST_BUNDLE: Fields = {
  namespace: { is: 'text', pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, expected: 'the name of a namespace' },
  releaseName: { is: 'text', pattern: /^[a-z0-9]([-a-z0-9]{0,51}[a-z0-9])?$/, expected: 'the name of a Helm release' },
};

/** What makes Helm take an object that exists into its release. */
export function helmOwnership(namespace: string, releaseName: string): { labels: object; annotations: object } {
  return {
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
    annotations: { 'meta.helm.sh/release-name': releaseName, 'meta.helm.sh/release-namespace': namespace },
  };
}

export function trustBundleMeta(namespace: string, releaseName: string): object {
  return { name: NAME, namespace, ...helmOwnership(namespace, releaseName) };
}
