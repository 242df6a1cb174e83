import { setTimeout as sleep } from 'node:timers/promises';
import { ComponentFact } from '../../../tools/generate/catalog';
import { Sidecar } from '../../../tools/real/sidecar';

/** What the tests of one component get. */
export interface Loaded {
  readonly sidecar: Sidecar;
  readonly name: string;
  readonly fact: ComponentFact;
  /** Events that the app got, by the name of their pub/sub component. */
  readonly events: ReadonlyMap<string, unknown[]>;
  readonly use: any;
}

/** The topic of a pub/sub component: its own, since several share a server. */
export function topicOf(name: string): string {
  return `topic-${name}`;
}

/** Asks until what it gives is true. */
export async function eventually(what: string, ask: () => boolean | Promise<boolean>, patienceMs = 20_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await ask()); await sleep(100)) {
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${patienceMs / 1000} seconds`);
    }
  }
}
