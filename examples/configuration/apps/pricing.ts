/** What something costs: `GET /prices/<amount>` with the discount of the hour, which comes from the store `settings`. */
import { CommunicationProtocolEnum, DaprClient, DaprServer } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5000' });
// The SDK knows configuration by gRPC alone.
const { configuration } = new DaprClient({ communicationProtocol: CommunicationProtocolEnum.GRPC });

let discount = 0;

async function main(): Promise<void> {
  await server.invoker.listen('prices/:amount', async ({ query }) => {
    const amount = Number(query!.split('/').pop());
    return { price: (amount * (100 - discount)) / 100 };
  });
  await server.start();
  // In this order no change is missed.
  const subscription = await configuration.subscribeWithKeys('settings', ['discount'], async (changed) => take(changed));
  take(await configuration.get('settings', ['discount']));
  process.once('SIGTERM', () => void stop(subscription));
}

async function stop(subscription: { stop(): void }): Promise<void> {
  await subscription.stop();
  await server.stop();
}

function take({ items }: { items: { [key: string]: { value: string } } }): void {
  discount = Number(items.discount?.value ?? 0);
  console.log(`discount is ${discount}%`);
}

void main();
