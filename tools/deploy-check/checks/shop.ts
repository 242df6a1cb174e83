/** The shop as it runs in a namespace, asked from inside. */
import { createHmac } from 'node:crypto';
import type { Order, Wish } from '../../../examples/order-processing/apps/shared/order';
import type { Purchases } from '../witness/customer';
import type { Mail } from '../witness/mailbox';
import { Kubectl } from '../kubectl';
import { Passwords } from './surroundings';

export type AppId = 'checkout' | 'orders' | 'notification' | 'shipping';

/** The applications, and how many pods each has in a check. */
export const REPLICAS = 2;
export const APPS: readonly AppId[] = ['checkout', 'orders', 'notification', 'shipping'];

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Question {
  readonly url: string;
  readonly method?: string;
  readonly body?: object;
}

/** Runs in a pod: asks what it is given one after the other, and prints the answers. A pod that is ready may not be reached at once. */
const ASK = `(async () => {
  const until = Date.now() + 20000;
  const ask = async ({ url, method = 'GET', body }) => {
    try {
      const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
      return { status: response.status, body: await response.text() };
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ask({ url, method, body });
    }
  };
  const answers = [];
  for (const question of JSON.parse(process.argv[1])) answers.push(await ask(question));
  console.log(JSON.stringify(answers));
})()`;

/** How many questions go into one command: the line of a command has an end. */
const AT_ONCE = 200;

export class Shop {
  public constructor(
    public readonly kubectl: Kubectl,
    private readonly passwords: Passwords,
  ) {}

  /** What checkout answers to a customer. */
  public async place(wish: Wish): Promise<Answer> {
    const [answer] = await this.ask('witness', [{ url: `${CHECKOUT}/orders`, method: 'POST', body: wish }]);
    return answer;
  }

  /** What an application hears when it calls another one. */
  public async invoke(caller: AppId, appId: AppId, path: string, method = 'GET', body?: object): Promise<Answer> {
    const [answer] = await this.ask(caller, [{ url: `${DAPR}/invoke/${appId}/method${path}`, method, body }]);
    return answer;
  }

  /** What the sidecar of an application answers. */
  public async sidecar(appId: AppId, path: string): Promise<Answer> {
    const [answer] = await this.ask(appId, [{ url: `${DAPR}${path}` }]);
    return answer;
  }

  /** What an application answers itself. */
  public async app(appId: AppId, port: number, path: string, method: string): Promise<Answer> {
    const [answer] = await this.ask(appId, [{ url: `http://localhost:${port}${path}`, method }]);
    return answer;
  }

  /** The orders of these ids, as shipping may read them; those that are not there are left out. */
  public async orders(ids: readonly string[]): Promise<Order[]> {
    const found: Order[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      const answers = await this.ask(
        'shipping',
        some.map((id) => ({ url: `${DAPR}/invoke/orders/method/orders/${id}` })),
      );
      found.push(...answers.flatMap(({ status, body }) => (status === 200 ? [JSON.parse(body) as Order] : [])));
    }
    return found;
  }

  /** The mails that the customers have got. */
  public mails(): Promise<Mail[]> {
    return this.witness('/mails');
  }

  /** How many spans of each name there are, by the application that sent them. */
  public spans(): Promise<{ [service: string]: { [span: string]: number } }> {
    return this.witness('/spans');
  }

  public startCustomer(name: string): Promise<void> {
    return this.witness(`/customer/start?${new URLSearchParams({ name, url: `${CHECKOUT}/orders` }).toString()}`);
  }

  public stopCustomer(): Promise<Purchases> {
    return this.witness('/customer/stop');
  }

  /** What redis-cli prints. */
  public redis(...command: string[]): Promise<string> {
    return this.kubectl.run(['exec', 'deployment/redis', '--container=app', '--', 'redis-cli', ...command]);
  }

  /** The part of a link to an order that only the shop can make. */
  public signature(id: string): string {
    return createHmac('sha256', this.passwords.signing).update(id).digest('hex');
  }

  private async witness<T>(path: string): Promise<T> {
    const [{ body }] = await this.ask('witness', [{ url: `http://localhost:8080${path}` }]);
    return JSON.parse(body) as T;
  }

  private async ask(deployment: string, questions: readonly Question[]): Promise<Answer[]> {
    const args = ['exec', `deployment/${deployment}`, '--container=app', '--', 'node', '-e', ASK, JSON.stringify(questions)];
    return JSON.parse(await this.kubectl.run(args)) as Answer[];
  }
}

const CHECKOUT = 'http://checkout:5000';
const DAPR = 'http://localhost:3500/v1.0';
