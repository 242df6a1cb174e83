/** Runs what the self-hosted output is on real sidecars, with applications that answer everything. */
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { selfHosted, SelfHostedApp, SelfHostedResult, SelfHostedSettings } from '../../../src/self-hosted/core/self-hosted';
import { writeSelfHosted } from '../../../src/self-hosted/core/write';
import { Processes } from '../../../tools/real/processes';
import { Sidecar, SidecarOptions, startSidecar } from '../../../tools/real/sidecar';

export class Local {
  public readonly processes = new Processes();
  private readonly servers: Server[] = [];

  /** @param daprd the daprd to run; that of the catalog's version unless given */
  public constructor(private readonly daprd?: string) {}

  /** Writes what manifests are without Kubernetes. */
  public written(manifests: object[], settings: SelfHostedSettings = {}): { outdir: string; result: SelfHostedResult } {
    const outdir = join(this.processes.folder, 'local');
    const result = selfHosted(manifests, settings);
    expect(result.problems).toEqual([]);
    writeSelfHosted(outdir, result);
    return { outdir, result };
  }

  /** Runs the sidecar of an application on what was written. */
  public async sidecarOf(app: SelfHostedApp, outdir: string, options: Partial<SidecarOptions> = {}): Promise<Sidecar> {
    return startSidecar(this.processes, {
      appId: app.id,
      resources: join(outdir, app.resourcesPath),
      config: app.configPath && join(outdir, app.configPath),
      flags: [...app.flags, '--log-level', 'debug'],
      env: app.env,
      binary: this.daprd,
      ...options,
    });
  }

  /** The port of an application that answers everything, and says what it was asked. */
  public async application(requests: { url: string; headers: IncomingHttpHeaders }[] = []): Promise<number> {
    const server = createServer((request, response) => {
      requests.push({ url: request.url!, headers: request.headers });
      response.writeHead(request.url === '/dapr/subscribe' || request.url === '/dapr/config' ? 404 : 200).end();
    });
    this.servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  public async stop(): Promise<void> {
    await this.processes.stop();
    await Promise.all(this.servers.map((server) => new Promise((done) => server.close(done).closeAllConnections())));
  }
}
