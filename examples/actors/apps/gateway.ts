/** The way to the thermostats from outside: GET /rooms/kitchen, PUT /rooms/kitchen/target with `{"degrees": 21}`. */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { ActorId, ActorProxyBuilder, DaprClient } from '@dapr/dapr';

/** What this application knows of a thermostat. The SDK takes the actor type from the name of the class. */
abstract class Thermostat {
  public abstract status(): Promise<object>;
  public abstract setTarget(degrees: number): Promise<string>;
}

const client = new DaprClient();
const thermostats = new ActorProxyBuilder<Thermostat>(Thermostat as new () => Thermostat, client);

async function answer(request: IncomingMessage): Promise<object | string | undefined> {
  const [, rooms, room, target] = (request.url ?? '').split('/');
  if (rooms !== 'rooms' || room === undefined) {
    return undefined;
  }
  const thermostat = thermostats.build(new ActorId(room));
  if (request.method === 'PUT' && target === 'target') {
    const { degrees } = (await json(request)) as { degrees: number };
    return thermostat.setTarget(degrees);
  }
  return thermostat.status();
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(502).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 8080));
process.once('SIGTERM', () => server.close());
