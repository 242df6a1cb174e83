/** Orders as long as it is asked to: sends again what got no good answer, as people do. */
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 200;
const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** What became of it. */
export interface Purchases {
  /** The ids of those that the shop took. */
  readonly accepted: readonly string[];
  /** Those that it did not take in a minute. */
  readonly givenUp: readonly string[];
  /** How many requests had to be sent again, by what came in place of a good answer. */
  readonly repeated: { readonly [answer: string]: number };
}

export class Customer {
  private readonly accepted: string[] = [];
  private readonly givenUp: string[] = [];
  private readonly repeated: { [answer: string]: number } = {};
  private readonly underWay: Promise<void>[] = [];
  private readonly timer: NodeJS.Timeout;

  /** @param url takes orders */
  public constructor(
    private readonly url: string,
    private readonly name: string,
  ) {
    this.timer = setInterval(() => this.underWay.push(this.order(`${this.name}-${this.underWay.length}`)), EVERY_MS);
  }

  public async stop(): Promise<Purchases> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
    return { accepted: this.accepted, givenUp: this.givenUp, repeated: this.repeated };
  }

  private async order(id: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      const answer = await this.ask(id);
      if (answer === undefined) {
        this.accepted.push(id);
        return;
      }
      this.repeated[answer] = (this.repeated[answer] ?? 0) + 1;
      await sleep(PAUSE_MS);
    }
    this.givenUp.push(id);
  }

  /** Nothing where the order was taken, else why not. */
  private async ask(id: string): Promise<string | undefined> {
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, customer: 'customer@example.com', item: 'book', quantity: 1 }),
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      return response.ok ? undefined : `${response.status} ${text.slice(0, 200)}`;
    } catch (error) {
      return String((error as { cause?: Error }).cause ?? error);
    }
  }
}
