import { Processes } from '../../tools/real/processes';
import { startControlPlane, startSidecar } from '../../tools/real/sidecar';

const component = { apiVersion: 'dapr.io/v1alpha1', kind: 'Component' };

let processes: Processes;
beforeEach(() => (processes = new Processes()));
afterEach(() => processes.stop());

test('a sidecar loads a component, and says which', async () => {
  const sidecar = await startSidecar(processes, {
    resources: [{ ...component, metadata: { name: 'store' }, spec: { type: 'state.in-memory', version: 'v1', metadata: [] } }],
  });
  const { components } = await (await sidecar.ready()).metadata();
  expect(components).toEqual([
    {
      name: 'store',
      type: 'state.in-memory',
      version: 'v1',
      capabilities: ['ETAG', 'TRANSACTIONAL', 'TTL', 'DELETE_WITH_PREFIX', 'KEYS_LIKE', 'ACTOR'],
    },
  ]);
});

test('a sidecar that cannot load a component ends, and its log says why', async () => {
  const sidecar = await startSidecar(processes, {
    resources: [{ ...component, metadata: { name: 'store' }, spec: { type: 'state.nonesuch', version: 'v1', metadata: [] } }],
  });
  await expect(sidecar.ready()).rejects.toThrow(
    /daprd never became ready: it ended with status 1[^]*couldn't find state store state\.nonesuch\/v1/,
  );
});

test('actors have a placement, and jobs a scheduler', async () => {
  const controlPlane = await startControlPlane(processes);
  const sidecar = await (await startSidecar(processes, { controlPlane })).ready();
  await sidecar.process.line(/Connected and authenticated to scheduler|Scheduler stream connected/i);
  expect((await sidecar.metadata()).actorRuntime).toMatchObject({ runtimeStatus: 'RUNNING' });
});

test('what was started is gone when it was stopped', async () => {
  const sidecar = await (await startSidecar(processes)).ready();
  await processes.stop();
  await expect(sidecar.metadata()).rejects.toThrow('fetch failed');
  expect(() => process.kill(sidecar.process.pid!, 0)).toThrow('ESRCH');
});
