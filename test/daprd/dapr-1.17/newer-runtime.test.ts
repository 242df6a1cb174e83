import { Chart, Duration, Testing } from 'cdk8s';
import * as dapr from '../../../src';
import { releasedAnnotations, releasedShapes } from '../../../tools/catalog-update/release';
import { DAPR, dapr as program } from '../../../tools/real/dapr';
import { Processes } from '../../../tools/real/processes';
import { Sidecar, SidecarOptions, startSidecar } from '../../../tools/real/sidecar';
import { daprd, OLDER } from './daprd';

let processes: Processes;
beforeEach(() => (processes = new Processes()));
afterEach(() => processes.stop());

const older = (options: SidecarOptions): Promise<Sidecar> => startSidecar(processes, { ...options, binary: daprd() });
const newer = (options: SidecarOptions): Promise<Sidecar> => startSidecar(processes, { ...options, binary: program('daprd') });

/** What a sidecar says that ends with a status: 2 where it does not understand its flags. */
async function lastWords(sidecar: Sidecar, status = 1): Promise<string> {
  await sidecar.process.until('ended', () => (sidecar.process.status === undefined ? undefined : true)).catch(() => undefined);
  expect(sidecar.process.status).toBe(status);
  return sidecar.messages('fatal').at(-1) ?? sidecar.process.log;
}

/** A Configuration that 1.18 knows. */
const config = (props: dapr.ConfigurationProps): any => new dapr.Configuration(Testing.chart(), 'appconfig', props).toJson();

/** What a construct says where it is for 1.17. */
function refusal(make: (chart: Chart) => unknown): string {
  const chart = Testing.chart();
  dapr.DaprVersion.use(chart, dapr.DaprVersion.V1_17);
  try {
    make(chart);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

const refusedConfig = (props: dapr.ConfigurationProps): string => refusal((chart) => new dapr.Configuration(chart, 'appconfig', props));

const KNOWN = 'is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out';

describe('limits of a workflow for all replicas', () => {
  const limited: dapr.ConfigurationProps = { workflow: { globalMaxConcurrentWorkflowInvocations: 3 } };

  test('are refused', () => {
    expect(refusedConfig(limited)).toContain(`'workflow.globalMaxConcurrentWorkflowInvocations' of Configuration ${KNOWN}`);
  });

  test('are not read: a text that is no number ends 1.18, and 1.17 passes over it', async () => {
    const wrong = config(limited);
    wrong.spec.workflow.globalMaxConcurrentWorkflowInvocations = 'many';
    await (await older({ config: wrong })).ready();
    expect(await lastWords(await newer({ config: wrong }))).toContain('cannot unmarshal !!str `many` into int32');
  });
});

describe('the signing of histories', () => {
  const signed: dapr.ConfigurationProps = { features: [dapr.Feature.WORKFLOW_HISTORY_SIGNING] };

  test('is refused', () => {
    expect(refusedConfig(signed)).toContain(`the feature 'WorkflowHistorySigning' ${KNOWN}`);
  });

  test('is not done: without mTLS 1.18 ends, and 1.17 starts and signs nothing', async () => {
    await (await older({ config: config(signed) })).ready();
    expect(await lastWords(await newer({ config: config(signed) }))).toContain('workflow history signing requires mTLS to be active');
  });
});

describe('names by a pattern', () => {
  const named: dapr.ConfigurationProps = { nameResolution: dapr.NameResolution.nameFormat({ format: '{appid}' }) };
  const missing = "couldn't find name resolver nameformat/v1";

  test('are refused', () => {
    expect(refusedConfig(named)).toContain(`the name resolution 'nameformat' ${KNOWN}`);
  });

  test('are not resolved', async () => {
    const [first, second] = [await older({ config: config(named) }), await newer({ config: config(named) })];
    await Promise.all([first.ready(), second.ready()]);
    expect(first.messages('warning', 'error').join('\n')).toContain(missing);
    expect(second.process.log).not.toContain(missing);
  });
});

describe('jobs in version v1', () => {
  const jobs: dapr.ConfigurationProps = { api: { allowed: [dapr.HttpApi.JOBS_V1] } };

  test('are refused', () => {
    expect(refusedConfig(jobs)).toContain(`the http API 'jobs' in version 'v1' ${KNOWN}`);
  });

  test('are not there', async () => {
    const [first, second] = [await older({ config: config(jobs) }), await newer({ config: config(jobs) })];
    await Promise.all([first.ready(), second.ready()]);
    expect((await fetch(first.url('/v1.0/jobs/report'))).status).toBe(404);
    // There, and without a scheduler.
    expect((await fetch(second.url('/v1.0/jobs/report'))).status).toBe(500);
  });
});

describe.each([
  ['actors-disseminate-timeout', { actorsDisseminateTimeout: Duration.seconds(9) }],
  ['app-binding-options-timeout', { appBindingOptionsTimeout: Duration.seconds(9) }],
])('the annotation dapr.io/%s', (name, options: dapr.SidecarOptions) => {
  test('is refused', () => {
    const [option] = Object.keys(options);
    expect(
      refusal((chart) => new dapr.Application(chart, 'orders', { image: 'ghcr.io/example/orders:1.0.0', sidecar: options } as any)),
    ).toContain(`'${option}' of the sidecar ${KNOWN}`);
  });

  test('has no flag, and the injector does not know it', async () => {
    expect(await lastWords(await older({ flags: [`--${name}`, '9s'] }), 2)).toContain(`unknown flag: --${name}`);
    await (await newer({ flags: [`--${name}`, '9s'] })).ready();
    expect(releasedAnnotations(OLDER)).not.toContain(`dapr.io/${name}`);
    expect(releasedAnnotations(DAPR)).toContain(`dapr.io/${name}`);
  });
});

test('the injector knows no native sidecar', () => {
  expect(releasedAnnotations(OLDER)).not.toContain('dapr.io/enable-native-sidecar');
  expect(releasedAnnotations(DAPR)).toContain('dapr.io/enable-native-sidecar');
});

describe('an MCPServer', () => {
  const endpoint = dapr.McpEndpoint.streamableHttp('http://127.0.0.1:1/mcp');

  test('is refused', () => {
    expect(refusal((chart) => new dapr.McpServer(chart, 'payments', { endpoint }))).toContain(`McpServer ${KNOWN}`);
  });

  test('is passed over: 1.18 asks its server and ends without it, 1.17 starts', async () => {
    const server = new dapr.McpServer(Testing.chart(), 'payments', { endpoint }).toJson();
    await (await older({ resources: [server] })).ready();
    expect(await lastWords(await newer({ resources: [server] }))).toContain('MCPServer "payments": failed to connect');
  });
});

describe('a WorkflowAccessPolicy', () => {
  test('is refused', () => {
    expect(refusal((chart) => new dapr.WorkflowAccessPolicy(chart, 'policy', {}))).toContain(`WorkflowAccessPolicy ${KNOWN}`);
  });

  test('is passed over: a wrong one makes 1.18 complain, and 1.17 says nothing', async () => {
    const policy = new dapr.WorkflowAccessPolicy(Testing.chart(), 'policy', {}).toJson();
    const wrong = { ...policy, spec: { rules: 'none' } };
    const [first, second] = [await older({ resources: [wrong] }), await newer({ resources: [wrong] })];
    await Promise.all([first.ready(), second.ready()]);
    expect(first.process.log).not.toContain('WorkflowAccessPolicy');
    expect(second.messages('warning').join('\n')).toContain('daprd load WorkflowAccessPolicy error when parsing manifests yaml resource');
  });
});

test('the chart of 1.17 defines neither of the two', () => {
  expect(Object.keys(releasedShapes(OLDER)).sort()).toEqual(['Component', 'Configuration', 'HTTPEndpoint', 'Resiliency', 'Subscription']);
});
