import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Where ports are looked for: below those that systems give to connections, of which one could take a port between the moment when it was
 * found free and the one when a program listens there.
 */
const [FIRST, END] = [10_000, 32_768];

/** Never given twice by one process, as its programs take some time until they listen. */
const given = new Set<number>();

/** So many ports that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  while (found.length < count) {
    const port = randomInt(FIRST, END);
    if (!given.has(port)) {
      given.add(port);
      if (await isFree(port)) {
        found.push(port);
      }
    }
  }
  return found;
}

/** One such port. */
export async function freePort(): Promise<number> {
  return (await freePorts(1))[0];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, () => server.close(() => resolve(true)));
  });
}
