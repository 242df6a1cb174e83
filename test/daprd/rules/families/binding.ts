import { setting } from '../changes';
import { Experiment, Expectation, nth, trial } from '../experiment';
import { holds, probe } from '../expectations';

/** Soon enough for a test. */
const EVERY_SECOND = setting('schedule', '@every 1s');
const PATIENCE_MS = 2_500;

function fires(path: string): Expectation {
  return probe(`hands events to ${path}`, async (scene) => {
    await scene.runs();
    await scene.until(`called ${path}`, () => scene.app.paths.includes(path));
  });
}

const staysSilent = probe('loads the component, and hands no event to the application', async (scene) => {
  holds((await scene.components()).includes('every-minute'), 'it is not loaded');
  await scene.wait(PATIENCE_MS);
  holds(scene.app.requests.length === 0, scene.app.paths.join());
});

const yes = (): undefined => undefined;
const notYet = ({ method }: { method: string }): { status: number } | undefined => (method === 'OPTIONS' ? { status: 404 } : undefined);

export const BINDING: readonly Experiment[] = [
  {
    rule: 'DAPR120',
    bad: [nth(0, staysSilent, { app: yes, change: [EVERY_SECOND] }), nth(2, staysSilent, { app: yes, change: [EVERY_SECOND] })],
    good: [trial(fires('/every-minute'), { app: yes, change: [EVERY_SECOND] })],
  },
  {
    rule: 'DAPR121',
    bad: [
      trial(
        probe('asks with OPTIONS, and hands nothing to an application that is not ready to answer', async (scene) => {
          await staysSilent.check(scene);
          holds(
            scene.app.questions.some(({ method, path }) => method === 'OPTIONS' && path === '/every-minute'),
            'it did not ask',
          );
        }),
        { app: notYet, change: [EVERY_SECOND] },
      ),
    ],
    good: [trial(fires('/every-minute'), { app: notYet, change: [EVERY_SECOND] })],
  },
  {
    rule: 'DAPR122',
    bad: [trial(fires('/every-minute'), { app: yes, change: [EVERY_SECOND] })],
    good: [trial(fires('/tick'), { app: yes, change: [EVERY_SECOND] })],
  },
];
