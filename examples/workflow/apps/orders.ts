/**
 * Runs the saga `place-order`. POST /orders starts one, GET /orders/<id> says how it stands, POST /approvals with
 * `{"id": …, "approved": true}` decides on a large one.
 */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import {
  DaprClient,
  DaprWorkflowClient,
  HttpMethod,
  Task,
  WorkflowActivityContext,
  WorkflowContext,
  WorkflowRuntime,
  WorkflowRuntimeStatus,
} from '@dapr/dapr';

interface Order {
  readonly id: string;
  readonly item: string;
  readonly price: number;
}

type Steps = AsyncGenerator<Task<any>, any, any>;

const LARGE = 1000;
const TRIES = 3;

const client = new DaprClient();
const workflows = new DaprWorkflowClient();
const runtime = new WorkflowRuntime();

/** What may happen more than once stands in the activities, so that the workflow can be run again from its history at any time. */
async function* placeOrder(context: WorkflowContext, order: Order): Steps {
  const undo: string[] = [];
  try {
    undo.unshift('release-stock');
    yield* tried(context, 'reserve-stock', order);
    if (order.price >= LARGE && !(yield* approved(context))) {
      throw new Error('nobody approved it');
    }
    undo.unshift('refund');
    yield* tried(context, 'charge', order);
    yield* tried(context, 'ship', order);
    return 'shipped';
  } catch (error) {
    for (const step of undo) {
      yield* tried(context, step, order);
    }
    return `taken back: ${(error as Error).message}`;
  }
}

/** Runs an activity, and again if it fails. The pause is a timer of the workflow: nothing waits in memory. */
async function* tried(context: WorkflowContext, activity: string, order: Order): Steps {
  for (let attempt = 1; ; attempt++) {
    try {
      return yield context.callActivity(activity, order);
    } catch (error) {
      if (attempt === TRIES) {
        throw error;
      }
      yield context.createTimer(attempt / 2);
    }
  }
}

/** Waits for a person, but not for ever. */
async function* approved(context: WorkflowContext): Steps {
  context.setCustomStatus('waits for approval');
  const answer = context.waitForExternalEvent('approval');
  const first = yield context.whenAny([answer, context.createTimer(Number(process.env.PATIENCE_SECONDS ?? 86400))]);
  context.setCustomStatus('');
  return first === answer && answer.getResult() === true;
}

/** An activity that has another application do the work. It may come again: each call says which order it is about. */
const calls =
  (app: string, method: string) =>
  async (_context: WorkflowActivityContext, order: Order): Promise<void> => {
    const { refused } = (await client.invoker.invoke(app, method, HttpMethod.POST, order)) as { refused?: string };
    if (refused !== undefined) {
      throw new Error(refused);
    }
  };

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const { method, url = '' } = request;
  if (method === 'POST' && url === '/orders') {
    const order = (await json(request)) as Order;
    // The order's id is the workflow's: the same order is not placed twice.
    return { id: await workflows.scheduleNewWorkflow('place-order', order, order.id) };
  }
  if (method === 'POST' && url === '/approvals') {
    const { id, approved } = (await json(request)) as { id: string; approved: boolean };
    await workflows.raiseEvent(id, 'approval', approved);
    return { id };
  }
  const state = method === 'GET' && url.startsWith('/orders/') ? await workflows.getWorkflowState(url.split('/')[2], true) : undefined;
  return state && { status: WorkflowRuntimeStatus[state.runtimeStatus], note: state.customStatus, result: state.serializedOutput };
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

async function main(): Promise<void> {
  server.listen(Number(process.env.APP_PORT ?? 5000));
  runtime
    .registerWorkflowWithName('place-order', placeOrder)
    .registerActivityWithName('reserve-stock', calls('inventory', 'reservations'))
    .registerActivityWithName('release-stock', calls('inventory', 'reservations/release'))
    .registerActivityWithName('charge', calls('payment', 'charges'))
    .registerActivityWithName('refund', calls('payment', 'charges/refund'))
    .registerActivityWithName('ship', calls('shipping', 'shipments'));
  // Only once the sidecar is there: the runtime does not try a second time.
  await client.start();
  await runtime.start();
}

process.once('SIGTERM', () => {
  server.close();
  void runtime.stop().then(() => workflows.stop());
});
void main();
