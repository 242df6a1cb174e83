/** How Dapr was installed, as far as sidecars show it: read off the control plane's own objects. */
import { Kube } from '../../real/cluster/kube';
import { Asking, toApplications } from './arrival';
import { Facts } from './sidecar-facts';

export interface Installed {
  readonly namespace: string;
  /** The environment of the injector, by which its chart's values reach it. */
  readonly injector: { readonly [name: string]: string };
  readonly trustAnchors: string;
  /** Whether the injector runs as a pod, and so has pods mount the token by which they show who they are. */
  readonly identity: boolean;
}

export async function installed(kube: Kube): Promise<Installed> {
  const webhook = await kube.json(['get', 'mutatingwebhookconfiguration', 'dapr-sidecar-injector']);
  const { namespace } = webhook.webhooks[0].clientConfig.service;
  const deployment = await kube.json(['get', 'deployment', '--namespace', namespace, 'dapr-sidecar-injector']);
  const bundle = await kube.json(['get', 'configmap', '--namespace', namespace, 'dapr-trust-bundle']);
  const { env } = deployment.spec.template.spec.containers[0] as { env: { name: string; value?: string }[] };
  return {
    namespace,
    injector: Object.fromEntries(env.map(({ name, value = '' }) => [name, value])),
    trustAnchors: bundle.data['ca.crt'],
    identity: (deployment.status?.readyReplicas ?? 0) > 0,
  };
}

/** What a sidecar is like whose pod says nothing but its app id. */
export function plainSidecar({ namespace: system, injector, trustAnchors, identity }: Installed, namespace: string, pod: Asking): Facts {
  const appId = pod.annotations['dapr.io/app-id'];
  const service = (name: string): string => `${name}.${system}.svc.${injector.KUBE_CLUSTER_DOMAIN || 'cluster.local'}`;
  const token = { audience: `spiffe://cluster.local/ns/${system}/dapr-sentry`, expirationSeconds: 7200, path: 'token' };
  const probe = { successThreshold: 1, failureThreshold: 5 };
  return new Map(
    Object.entries({
      place: 'containers',
      program: '/daprd',
      image: injector.SIDECAR_IMAGE,
      imagePullPolicy: injector.SIDECAR_IMAGE_PULL_POLICY,
      'arg --dapr-http-port': '3500',
      'arg --dapr-grpc-port': '50001',
      'arg --dapr-internal-grpc-port': '50002',
      'arg --dapr-public-port': '3501',
      'arg --dapr-listen-addresses': '[::1],127.0.0.1',
      'arg --app-id': appId,
      'arg --app-protocol': 'http',
      'arg --log-level': 'info',
      'arg --dapr-graceful-shutdown-seconds': '-1',
      'arg --mode': 'kubernetes',
      'arg --control-plane-address': `${service('dapr-api')}:443`,
      'arg --sentry-address': `${service('dapr-sentry')}:443`,
      'arg --placement-host-address': `${service('dapr-placement-server')}:50005`,
      'arg --scheduler-host-address': `${service('dapr-scheduler-server-a')}:443`,
      'arg --enable-metrics': 'alone',
      'arg --metrics-port': '9090',
      'arg --enable-mtls': 'alone',
      'port dapr-http': '3500/TCP',
      'port dapr-grpc': '50001/TCP',
      'port dapr-internal': '50002/TCP',
      'port dapr-metrics': '9090/TCP',
      'env NAMESPACE': namespace,
      'env DAPR_TRUST_ANCHORS': trustAnchors,
      'env POD_NAME': 'field metadata.name',
      'env DAPR_CONTROLPLANE_NAMESPACE': system,
      'env DAPR_CONTROLPLANE_TRUST_DOMAIN': 'cluster.local',
      'securityContext allowPrivilegeEscalation': 'false',
      'securityContext runAsNonRoot': injector.SIDECAR_RUN_AS_NON_ROOT,
      'securityContext readOnlyRootFilesystem': injector.SIDECAR_READ_ONLY_ROOT_FILESYSTEM,
      ...settings('livenessProbe', { initialDelaySeconds: 180, periodSeconds: 10, timeoutSeconds: 3, ...probe, tcpSocket: { port: 3501 } }),
      ...settings('readinessProbe', {
        initialDelaySeconds: 1,
        periodSeconds: 1,
        timeoutSeconds: 1,
        ...probe,
        httpGet: { path: '/v1.0/healthz', port: 3501, scheme: 'HTTP' },
      }),
      'label dapr.io/sidecar-injected': 'true',
      'label dapr.io/app-id': appId,
      'label dapr.io/metrics-enabled': 'true',
      ...(identity
        ? {
            'volume dapr-identity-token': JSON.stringify({ projected: { defaultMode: 420, sources: [{ serviceAccountToken: token }] } }),
            'mount dapr-identity-token': '/var/run/secrets/dapr.io/sentrytoken read-only',
          }
        : {}),
      ...toApplications('DAPR_HTTP_PORT')('3500', pod),
      ...toApplications('DAPR_GRPC_PORT')('50001', pod),
      ...toApplications('APP_PROTOCOL')('http', pod),
    }) as [string, string][],
  );
}

function settings(kind: string, fields: object): { [fact: string]: string } {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${kind} ${field}`, JSON.stringify(value)]));
}
