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
    const status = await scene.sidecar.process.exit(30_000);
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
export const starts = probe('starts', async ({ sidecar }) => {
  await sidecar.ready();
});

/** It runs, and says so in its log. */
export function logs(message: string): Expectation {
  return probe(`logs: \`${message}\``, async (scene) => {
    await scene.until(`said ${message}`, () => scene.log.includes(message));
  });
}

/** It runs, and has not said so when it is ready. */
export function doesNotLog(message: string): Expectation {
  return probe(`does not log: \`${message}\``, async (scene) => {
    await scene.sidecar.ready();
    holds(!scene.log.includes(message), 'it does');
  });
}

/** Neither warning nor error is in the log of a daprd that runs. */
export const complainsOfNothing = probe('starts without a warning', async ({ sidecar }) => {
  await sidecar.ready();
  const messages = sidecar.messages('warning', 'error', 'fatal').filter((message) => !ALWAYS.some((one) => one.test(message)));
  holds(messages.length === 0, messages.join('\n'));
});

/** What every sidecar of these experiments warns of. */
const ALWAYS: readonly RegExp[] = [];

/** It fails, but for an address at which nobody answers. */
export function onlyDials(message: string): Expectation {
  return probe(`fails at the connection alone: \`${message}\``, async ({ sidecar }) => {
    await sidecar.process.line(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), 30_000);
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
