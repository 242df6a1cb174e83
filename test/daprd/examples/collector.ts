/** Takes the spans that sidecars report, by Zipkin's protocol. */
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly localEndpoint: { readonly serviceName: string };
  readonly tags: { readonly [name: string]: string };
}

export class Collector {
  public readonly spans: Span[] = [];
  private readonly server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      this.spans.push(...(JSON.parse(body) as Span[]));
      response.writeHead(202).end();
    });
  });

  public get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Waits until there are such spans; sidecars report some seconds late. */
  public async until(filter: (spans: Span[]) => Span[], patienceMs = 15_000): Promise<Span[]> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = filter(this.spans);
      if (found.length > 0) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(`no such span came within ${patienceMs / 1000} seconds: ${JSON.stringify(this.spans, undefined, 2)}`);
      }
      await sleep(50);
    }
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function startCollector(): Promise<Collector> {
  return new Collector().start();
}
