import { createServer, IncomingMessage } from 'node:http';

/** Thrown for a request that is at fault itself: nobody should send it again. */
export class Refused extends Error {
  public constructor(
    public readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** What a route gets: the parts of the path that its pattern names, and the body. */
export interface Request {
  readonly params: { readonly [name: string]: string };
  readonly body: any;
}

/** What answers a request; the answer is JSON, and 200 unless it says otherwise. */
export type Handler = (request: Request) => Promise<object | undefined | void>;

/** By method and pattern: `'GET /orders/:id'`. */
export interface Routes {
  readonly [route: string]: Handler;
}

/** How long a pod that has to go takes requests still: until every node of the cluster has heard of it. */
const GRACE_MS = process.env.KUBERNETES_SERVICE_HOST === undefined ? 0 : 8_000;

/** Serves the routes, and `/healthz`, until the process is asked to end. */
export function serve(port: number, routes: Routes): void {
  let leaving = false;
  const server = createServer((request, response) => {
    if (leaving) {
      response.setHeader('connection', 'close'); // or the client would come back by the same connection, for as long as it is open
    }
    answer(routes, request).then(
      (body) => response.writeHead(200, JSON_TYPE).end(JSON.stringify(body ?? {})),
      (error: Error) => {
        const status = error instanceof Refused ? error.status : 500;
        if (status >= 500) {
          console.error(`${request.method} ${request.url}: ${error.message}`);
        }
        response.writeHead(status, JSON_TYPE).end(JSON.stringify({ error: error.message }));
      },
    );
  });
  server.listen(Number(process.env.APP_PORT ?? port), () => console.log(`listens on ${process.env.APP_PORT ?? port}`));
  process.once('SIGTERM', () => {
    leaving = true;
    setTimeout(() => server.close(() => process.exit(0)), GRACE_MS);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

async function answer(routes: Routes, request: IncomingMessage): Promise<object | undefined | void> {
  const path = new URL(request.url!, 'http://localhost').pathname;
  if (path === '/healthz') {
    return { healthy: true };
  }
  for (const [route, handler] of Object.entries(routes)) {
    const [method, pattern] = route.split(' ');
    const params = match(pattern, path);
    if (params !== undefined && request.method === 'OPTIONS') {
      return {}; // so a sidecar asks whether there is a route for a binding
    }
    if (params !== undefined && request.method === method) {
      return handler({ params, body: await bodyOf(request) });
    }
  }
  throw new Refused(404, `there is no ${request.method} ${path}`);
}

function match(pattern: string, path: string): Request['params'] | undefined {
  const [wanted, got] = [pattern.split('/'), path.split('/')];
  const fits = wanted.length === got.length && wanted.every((part, i) => part.startsWith(':') || part === got[i]);
  return fits
    ? Object.fromEntries(wanted.flatMap((part, i) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(got[i])]] : [])))
    : undefined;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new Refused(400, 'the body is no JSON');
  }
}
