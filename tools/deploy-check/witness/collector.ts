/** Takes traces, by gRPC: HTTP/2 with a message of five bytes more than it has, and a status in the trailers. */
import { createServer } from 'node:http2';
import { spansOf } from './spans';

const PREFIX = 5;
const EXPORT = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';

export interface SpanCollector {
  /** How many spans of each name there were until now, by service. */
  readonly spans: { readonly [service: string]: { readonly [span: string]: number } };
  stop(): void;
}

export function startCollector(port: number): SpanCollector {
  const seen: { [service: string]: { [span: string]: number } } = {};
  const server = createServer()
    .on('stream', (stream, headers) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error) => console.error(error.message));
      stream.on('end', () => {
        const known = headers[':path'] === EXPORT;
        if (known) {
          for (const [service, names] of spansOf(Buffer.concat(chunks).subarray(PREFIX))) {
            const counts = (seen[service] ??= {});
            names.forEach((name) => (counts[name] = (counts[name] ?? 0) + 1));
          }
        }
        stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
        stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': known ? '0' : '12' }));
        stream.end(known ? Buffer.alloc(PREFIX) : undefined);
      });
    })
    .listen(port);
  return { spans: seen, stop: () => server.close() };
}
