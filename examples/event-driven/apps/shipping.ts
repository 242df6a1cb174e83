/** Sends what is paid for, and says so. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

interface Message {
  readonly id: string;
  readonly data: { readonly id: string; readonly item: string };
}

const server = new DaprServer();
const { state, pubsub } = server.client;

async function main(): Promise<void> {
  await on('events/payments', async ({ data }) => {
    if (data.item === 'piano') {
      throw new Error('too heavy');
    }
    await publish('shipments', data);
    console.log(`shipped ${data.id}`);
  });
  await on('events/dead', ({ data }) => console.log(`gave up ${data.id}`));
  await server.start();
}

/** Does the work once for each message, though it may come twice; where the work fails, the message comes again. */
async function on(route: string, work: (message: Message) => Promise<void> | void): Promise<void> {
  const handle = async ({ body }: { body?: string }): Promise<object> => {
    const message = JSON.parse(body!) as Message;
    const key = `${route}/${message.id}`.replaceAll('/', '-');
    try {
      if ((await state.get('handled', key)) === '') {
        await work(message);
        await state.save('handled', [{ key, value: new Date().toISOString() }]);
      }
      return { status: 'SUCCESS' };
    } catch (error) {
      console.log(`${route} failed: ${(error as Error).message}`);
      return { status: 'RETRY' };
    }
  };
  await server.invoker.listen(route, handle, { method: HttpMethod.POST });
}

async function publish(topic: string, data: object): Promise<void> {
  const { error } = await pubsub.publish('bus', topic, data);
  if (error !== undefined) {
    throw error;
  }
}

process.once('SIGTERM', () => void server.stop());
void main();
