/** Runs Dapr's sentry, operator and injector beside an API server, as the chart's Deployments say, where no Pod can run. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ControlPlane } from '../../../src';
import { dapr } from '../dapr';
import { Processes, Running } from '../processes';
import { ApiServer, startApiServer } from './api-server';
import { DaprRelease, DaprReleaseOptions } from './dapr-release';
import { writeKubeconfig } from './kubeconfig';

/** What runs, with the logs of the three services. */
export interface ApiOnly {
  readonly api: ApiServer;
  readonly plane: ControlPlane;
  readonly sentry: Running;
  readonly operator: Running;
  readonly injector: Running;
}

/**
 * Starts an API server, installs Dapr's chart into it, and runs in place of the Pods of the chart, of which none starts, their programs: with
 * the arguments, environment and service accounts that the chart gives them. Needs no rights and no containers.
 *
 * @param processes stop all of it
 */
export async function startApiOnly(processes: Processes, options: DaprReleaseOptions = {}): Promise<ApiOnly> {
  // Without a kube-proxy no address of a Service leads anywhere.
  const api = await startApiServer(processes, { flags: ['--enable-aggregator-routing=true'] });
  const release = new DaprRelease(mkdtempSync(join(processes.folder, 'release-')), options);
  await release.installObjects(api);
  const { plane } = release;
  const stage = new Stage(api, plane.namespace);

  const [sentryPort, operatorPort, conversion, admission] = await api.host.ports(4);
  const sentry = await stage.start('sentry', 'dapr-sentry', {
    flags: { 'issuer-credentials': stage.folderOf('credentials'), port: sentryPort, 'listen-address': '127.0.0.1' },
  });
  const sentryAddress = `127.0.0.1:${sentryPort}`;
  const anchors = await stage.trustAnchors();
  await stage.route('dapr-webhook', '', conversion);
  await stage.route('dapr-sidecar-injector', 'https', admission);
  const [operator, injector] = await Promise.all([
    stage.start('operator', 'dapr-operator', {
      flags: {
        config: await stage.configuration(sentryAddress),
        'trust-anchors-file': anchors,
        port: operatorPort,
        'listen-address': '127.0.0.1',
        'webhook-server-port': conversion,
        'webhook-server-listen-address': api.host.address,
      },
    }),
    stage.start('injector', 'dapr-sidecar-injector', {
      flags: { port: admission, 'listen-address': api.host.address },
      env: { DAPR_SENTRY_ADDRESS: sentryAddress, DAPR_TRUST_ANCHORS_FILE: anchors },
    }),
  ]);
  return { api, plane, sentry, operator, injector };
}

interface Changes {
  readonly flags: { readonly [flag: string]: string | number };
  readonly env?: { readonly [name: string]: string };
}

/** Where the services of a namespace are played by programs of this machine. */
class Stage {
  public constructor(
    private readonly api: ApiServer,
    private readonly namespace: string,
  ) {}

  public folderOf(name: string): string {
    const folder = join(this.api.host.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** Starts what a Deployment would, and waits until it is healthy. */
  public async start(program: 'sentry' | 'operator' | 'injector', deployment: string, changes: Changes): Promise<Running> {
    const { metadata, spec } = await this.podOf(deployment);
    const [container] = spec.containers;
    const folder = this.folderOf(program);
    const [health, metrics] = await this.api.host.ports(2);
    const kubeconfig = writeKubeconfig(join(folder, 'kubeconfig'), {
      server: this.api.server,
      authority: this.api.authority,
      token: await this.token(metadata.name, spec.serviceAccountName),
    });
    const identity = await this.identity(folder, metadata.name, spec);
    const local = {
      'healthz-port': health,
      'healthz-listen-address': '127.0.0.1',
      'metrics-port': metrics,
      'metrics-listen-address': '127.0.0.1',
      ...(program === 'operator' ? { 'disable-leader-election': 'true' } : { kubeconfig }),
      ...changes.flags,
    };
    // The last one of a flag counts.
    const args = [...container.args, ...Object.entries(local).map(([flag, value]) => `--${flag}=${value}`)];
    const running = this.api.host.start(dapr(program), args, {
      name: program,
      cwd: folder,
      env: {
        ...environment(container, this.namespace),
        ...identity,
        ...changes.env,
        KUBECONFIG: kubeconfig,
        // It runs as whoever runs this, and not as the user of the image.
        DAPR_UNSAFE_SKIP_CONTAINER_UID_GID_CHECK: 'true',
      },
    });
    await running.until('became healthy', async () => ((await answers(`http://127.0.0.1:${health}/healthz`)) ? true : undefined), 60_000);
    return running;
  }

  /** The Configuration by which the operator finds sentry: a copy of the chart's own. */
  public async configuration(sentryAddress: string): Promise<string> {
    const name = 'beside-the-api-server';
    const { apiVersion, kind, spec } = await this.api.json(['get', '-n', this.namespace, 'configurations.dapr.io', 'daprsystem']);
    await this.api.apply([
      { apiVersion, kind, metadata: { name, namespace: this.namespace }, spec: { ...spec, mtls: { ...spec.mtls, sentryAddress } } },
    ]);
    return name;
  }

  /** The file of what sentry wrote into the trust bundle. */
  public async trustAnchors(): Promise<string> {
    const path = join(this.folderOf('trust'), 'ca.crt');
    const text = await this.api.until('the trust bundle', async () => {
      const { data } = await this.api.json(['get', '-n', this.namespace, 'configmap', 'dapr-trust-bundle']);
      return (data?.['ca.crt'] as string) || undefined;
    });
    writeFileSync(path, text);
    return path;
  }

  /** Leads a Service to a port of this machine. */
  public async route(service: string, name: string, port: number): Promise<void> {
    await this.api.apply([
      {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name: `${service}-outside`, namespace: this.namespace, labels: { 'kubernetes.io/service-name': service } },
        addressType: 'IPv4',
        endpoints: [{ addresses: [this.api.host.address], conditions: { ready: true } }],
        ports: [{ name, port, protocol: 'TCP' }],
      },
    ]);
  }

  private podOf(app: string): Promise<any> {
    return this.api.until(`the Pod of ${app}`, async () => {
      const { items } = await this.api.json(['get', '-n', this.namespace, 'pods', `--selector=app=${app}`]);
      return items[0];
    });
  }

  /** Tokens as the kubelet would mount them: sentry believes only those that are bound to a Pod of the control plane. */
  private async token(pod: string, account: string, ...audience: string[]): Promise<string> {
    const bound = ['--bound-object-kind=Pod', `--bound-object-name=${pod}`, '--duration=24h'];
    return (await this.api.kubectl(['create', '-n', this.namespace, 'token', account, ...bound, ...audience])).trim();
  }

  private async identity(folder: string, pod: string, spec: any): Promise<Record<string, string>> {
    const sources = (spec.volumes ?? []).find(({ name }: any) => name === 'dapr-identity-token')?.projected.sources;
    if (sources === undefined) {
      return {};
    }
    const path = join(folder, 'identity');
    const token = await this.token(pod, spec.serviceAccountName, `--audience=${sources[0].serviceAccountToken.audience}`);
    writeFileSync(path, token, { mode: 0o600 });
    return { DAPR_SENTRY_TOKEN_FILE: path };
  }
}

/** The environment of a container; of what a Pod would know of itself, the namespace is all that the chart asks for. */
function environment(container: any, namespace: string): Record<string, string> {
  const all: any[] = container.env ?? [];
  return Object.fromEntries(
    all.map(({ name, value, valueFrom }) => {
      if (valueFrom !== undefined && valueFrom.fieldRef?.fieldPath !== 'metadata.namespace') {
        throw new Error(`${container.name} takes ${name} from ${JSON.stringify(valueFrom)}, which nothing gives it without a kubelet`);
      }
      return [name, value ?? (valueFrom === undefined ? '' : namespace)];
    }),
  );
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
