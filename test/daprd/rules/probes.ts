/** What several rules look at. */
import { Expectation } from './experiment';
import { holds, probe } from './expectations';
import type { Reply, Scene } from './scene';

/** Whether the calls that reach the application belong to a trace that is recorded: its flag says so. */
export function sampled(yes: boolean): Expectation {
  return probe(`records ${yes ? 'the traces of calls' : 'no trace'}`, async (scene) => {
    await scene.runs();
    for (let i = 0; i < 20; i++) {
      await scene.get(`/v1.0/invoke/${(await scene.sidecar.metadata()).id}/method/traced`);
    }
    const flags = scene.app.requests.map(({ headers }) => String(headers.traceparent).slice(-2));
    holds(flags.length === 20 && flags.every((flag) => flag === (yes ? '01' : '00')), `the calls had the flags ${flags.join(' ')}`);
  });
}

/** What of a message comes to the application: to this path, and no other. A subscription may be a moment behind the sidecar. */
export function delivers(pubsub: string, topic: string, path: string, event: object = {}): Expectation {
  return probe(`hands a message of \`${topic}\` to \`${path}\``, async (scene) => {
    await scene.runs();
    await scene.until('handed it over', async () => {
      await publish(scene, pubsub, topic, event);
      await scene.wait(50);
      return scene.app.requests.length > 0;
    });
    holds(scene.app.paths.includes(path), `it came to ${scene.app.paths.join()}`);
  });
}

/** That none of several messages comes to the application, though it could subscribe. */
export function keepsBack(pubsub: string, topic: string, event: object = {}): Expectation {
  return probe(`hands no message of \`${topic}\` to the application`, async (scene) => {
    await scene.runs();
    for (let i = 0; i < 5; i++) {
      await publish(scene, pubsub, topic, event);
      await scene.wait(300);
    }
    holds(scene.app.requests.length === 0, `there came ${scene.app.paths.join()}`);
  });
}

/** Publishes a CloudEvent with these attributes. */
export function publish(scene: Scene, pubsub: string, topic: string, event: object = {}): Promise<Reply> {
  const cloudEvent = { specversion: '1.0', id: 'a', source: 'test', type: 'test', data: {}, ...event };
  return scene.post(`/v1.0/publish/${pubsub}/${topic}`, cloudEvent, { 'content-type': 'application/cloudevents+json' });
}

/** Whether a call of an actor comes to the application. */
export function actors(work: boolean): Expectation {
  return probe(work ? 'runs actors' : 'answers calls of actors with an error', async (scene) => {
    await scene.runs();
    const call = async (): Promise<number> => (await scene.send('PUT', '/v1.0/actors/Cart/1/method/add', '{}')).status;
    if (work) {
      await scene.until('called the actor', async () => (await call()) === 200);
    } else {
      const status = await call();
      holds(status >= 400, `the status was ${status}`);
    }
  });
}

export const hostsActors = ({ path }: { path: string }): { status: number; body: unknown } | undefined =>
  path === '/dapr/config' ? { status: 200, body: { entities: ['Cart'] } } : undefined;
