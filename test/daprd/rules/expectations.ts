/** What daprd may be expected to do with an example. */
import { Expectation } from './experiment';
import type { Scene } from './scene';

/** Anything else, in words. */
export function probe(says: string, check: (scene: Scene) => Promise<void>): Expectation {
  return { says, check };
}

/** It ends by itself, and its log says why. */
export function exits(message: string): Expectation {
  return probe(`exits: \`${message}\``, async (scene) => {
    const status = await scene.process.exit(30_000);
    holds(status !== undefined && status !== 0, `its status is ${status}`);
    holds(scene.log.includes(message), 'the log does not say so');
  });
}

/** It runs, and has the component. */
export function loads(...names: string[]): Expectation {
  return probe(`loads ${names.map(quoted).join(' and ')}`, async (scene) => {
    const components = await scene.components();
    names.forEach((name) => holds(components.includes(name), `it has ${components.join(', ') || 'no components'}`));
  });
}

/** It runs, and does not have the component. */
export function lacks(...names: string[]): Expectation {
  return probe(`starts without ${names.map(quoted).join(' and ')}`, async (scene) => {
    const components = await scene.components();
    names.forEach((name) => holds(!components.includes(name), `it has ${components.join(', ')}`));
  });
}

/** It runs. */
export const starts = probe('starts', (scene) => scene.runs());

/** It runs, and says so in its log. */
export function logs(message: string): Expectation {
  return probe(`logs: \`${message}\``, async (scene) => {
    await scene.until(`said ${message}`, () => scene.log.includes(message));
  });
}

/** It runs, and has not said so when it is ready. */
export function doesNotLog(message: string): Expectation {
  return probe(`does not log: \`${message}\``, async (scene) => {
    await scene.runs();
    holds(!scene.log.includes(message), 'it does');
  });
}

/** It has not said so when it runs or has ended: what names an address is not read. */
export function neverNames(text: string): Expectation {
  return probe(`never looks for \`${text}\``, async (scene) => {
    await Promise.race([scene.process.exit(15_000), scene.runs().catch(() => undefined)]);
    holds(!scene.log.includes(text), 'it does');
  });
}

/** It reads everything, and fails only where it calls an address at which nobody answers. */
export function fails(message: string): Expectation {
  return probe(`takes it, and fails at the connection alone: \`${message}\``, async (scene) => {
    const status = await scene.process.exit(30_000);
    holds(status !== undefined && status !== 0, `its status is ${status}`);
    holds(scene.log.includes(message), 'the log does not say so');
  });
}

/** One after the other. */
export function all(...expectations: Expectation[]): Expectation {
  return probe(expectations.map(({ says }) => says).join('; '), async (scene) => {
    for (const expectation of expectations) {
      await expectation.check(scene);
    }
  });
}

/** Throws with what was seen instead. */
export function holds(condition: boolean, otherwise: string): void {
  if (!condition) {
    throw new Error(otherwise);
  }
}

function quoted(name: string): string {
  return `\`${name}\``;
}
