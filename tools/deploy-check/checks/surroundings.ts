/** What the shop finds in its namespace: a Redis, Secrets, and a witness who is its mail server, its collector of traces and its customer. */
import { ImageNames } from '../images';

export interface Passwords {
  readonly redis: string;
  /** The key that links in mails are signed with. */
  readonly signing: string;
}

export function surroundings({ registry, tags, redis }: ImageNames, passwords: Passwords): object[] {
  return [
    secret('redis', { password: passwords.redis }),
    secret('links', { signingKey: passwords.signing }),
    ...server('redis', {
      image: redis,
      ports: [6379],
      // Settings are watched by what Redis tells of its keys.
      command: ['redis-server', '--requirepass', '$(REDISCLI_AUTH)', '--save', '', '--notify-keyspace-events', 'KEA', '--dir', '/tmp'],
      env: [{ name: 'REDISCLI_AUTH', valueFrom: { secretKeyRef: { name: 'redis', key: 'password' } } }],
      readinessProbe: { tcpSocket: { port: 6379 }, periodSeconds: 1 },
    }),
    ...server('witness', {
      image: `${registry}/witness:${tags[0]}`,
      ports: [],
      readinessProbe: { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 1 },
    }),
    service('mail', 'witness', [1025]),
    service('collector', 'witness', [4317]),
  ];
}

/** The Deployments among them. */
export const SERVERS = ['redis', 'witness'];

function secret(name: string, stringData: { readonly [key: string]: string }): object {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData };
}

function server(name: string, { ports, ...container }: { image: string; ports: number[]; [field: string]: unknown }): object[] {
  const labels = { app: name };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 1,
          securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'app',
              imagePullPolicy: 'IfNotPresent',
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              ...container,
            },
          ],
        },
      },
    },
  };
  return ports.length === 0 ? [deployment] : [deployment, service(name, name, ports)];
}

function service(name: string, app: string, ports: readonly number[]): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app }, ports: ports.map((port) => ({ port, targetPort: port, name: `port-${port}` })) },
  };
}
