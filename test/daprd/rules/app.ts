/** An application over HTTP, which remembers what its sidecar asked of it. */
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface AppRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly delayMs?: number;
}

/** What sidecars ask by themselves. */
const OWN = /^(GET \/dapr\/(config|subscribe)|OPTIONS |GET \/healthz)/;

export class App {
  /** What came, but for what sidecars ask by themselves at their start. */
  public readonly requests: AppRequest[] = [];
  /** The latter. */
  public readonly questions: AppRequest[] = [];

  private constructor(private readonly server: Server) {}

  public static async start(answer: (request: AppRequest) => Answer | undefined): Promise<App> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const asked: AppRequest = { method: request.method!, path: request.url!, headers: request.headers, body, at: Date.now() };
        const own = OWN.test(`${asked.method} ${asked.path}`);
        (own ? app.questions : app.requests).push(asked);
        const { status = own && asked.method !== 'OPTIONS' ? 404 : 200, body: text = '', delayMs = 0 } = answer(asked) ?? {};
        void sleep(delayMs).then(() => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(typeof text === 'string' ? text : JSON.stringify(text));
        });
      });
    });
    const app = new App(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return app;
  }

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The paths that were asked for, in their order. */
  public get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
