import { at, ChartValues } from './values';

/** What Dapr writes into objects of its own chart while it runs: a tool that puts these back breaks every sidecar. */
export interface SelfManaged {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
  readonly pointers: readonly string[];
}

/**
 * The objects, from the templates that leave these fields out and the code that fills them:
 * sentry its certificates (pkg/sentry/server/ca/kube.go), the injector its webhook (cmd/injector/app/app.go), the operator the conversion of
 * subscriptions (pkg/operator/operator.go).
 */
export function selfManaged(values: ChartValues): SelfManaged[] {
  const bundle = { group: '', name: 'dapr-trust-bundle', namespaced: true, pointers: ['/data'] };
  // Certificates that stand in the values are the chart's to write: a new one must reach the cluster.
  const own = at(values, 'dapr_sentry.tls.root.certPEM') !== undefined;
  return [
    ...(own
      ? []
      : [
          { ...bundle, kind: 'Secret' },
          { ...bundle, kind: 'ConfigMap' },
        ]),
    {
      group: 'admissionregistration.k8s.io',
      kind: 'MutatingWebhookConfiguration',
      name: 'dapr-sidecar-injector',
      namespaced: false,
      pointers: ['/webhooks/0/clientConfig/caBundle'],
    },
    {
      group: 'apiextensions.k8s.io',
      kind: 'CustomResourceDefinition',
      name: 'subscriptions.dapr.io',
      namespaced: false,
      pointers: ['/spec/conversion/webhook/clientConfig/caBundle', '/spec/conversion/webhook/clientConfig/service/namespace'],
    },
  ];
}
