import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployCheck } from '../../tools/deploy-check/deploy-check';
import { Missing } from '../../tools/deploy-check/needs';
import { Options, parse } from '../../tools/deploy-check/options';
import { Tally } from '../../tools/tally';
import { Answers, Recorder } from './support/recorder';

const PROGRAMS = { helm: 'helm', kubectl: 'kubectl' };
const OPERATOR = { spec: { template: { spec: { containers: [{ image: 'ghcr.io/dapr/operator:1.18.3' }] } } } };
const FOUND: Answers[number] = [/get deployments/, JSON.stringify({ items: [OPERATOR] })];

let printed: string[];
let logs: string;
beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  logs = mkdtempSync(join(tmpdir(), 'deploy-check-logs-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(logs, { recursive: true });
});

async function run(args: readonly string[], answers: Answers = [], ways: Options['with'] = []) {
  const [runner, cleaner, tally] = [new Recorder(answers), new Recorder(answers), new Tally()];
  const options = { ...parse([...args, '--logs', logs])!, with: ways };
  await deployCheck(options, { runner, cleaner, tally, say: (line) => printed.push(line), programs: PROGRAMS, id: 'abc' });
  return { runner, cleaner, tally };
}

const names = ['checkout', 'notification', 'orders', 'shipping', 'witness'];
const refs = ['1', '2'].flatMap((tag) => names.map((name) => `deploy-check.test/${name}:${tag}`));

test('a kind cluster is made, gets Dapr and the images, and is deleted', async () => {
  const { runner, cleaner, tally } = await run([]);
  const chart = 'dapr --repo https://dapr.github.io/helm-charts/ --version 1.18.3';
  expect(runner.lines).toEqual([
    `kind create cluster --name deploy-check-abc --image ${parse([])!.nodeImage} --kubeconfig …/kubeconfig --wait 5m`,
    `sh -ec helm show crds ${chart} | kubectl apply --server-side --force-conflicts --filename -`,
    `sh -ec helm upgrade --install dapr ${chart} --namespace dapr-system --create-namespace --values …/dapr-values.yaml --skip-crds --wait --timeout 10m`,
    'sh -ec kubectl rollout restart deployment/dapr-operator --namespace dapr-system',
    'sh -ec kubectl rollout status deployment/dapr-operator --namespace dapr-system',
    ...refs.map((ref) => {
      const program = /\/(\w+):/.exec(ref)![1];
      return `docker build --quiet --build-arg APP=${program} --label image=${ref} --tag ${ref} …/images`;
    }),
    `kind load docker-image ${refs.join(' ')} --name deploy-check-abc`,
    `docker image rm ${refs.join(' ')}`,
  ]);
  expect(cleaner.lines).toEqual(['kind delete cluster --name deploy-check-abc']);
  expect(printed).toEqual([
    '…          kind creates the cluster deploy-check-abc',
    'passed     kind creates the cluster deploy-check-abc',
    '…          Dapr 1.18.3 is installed',
    'passed     Dapr 1.18.3 is installed',
    '…          the images are built, and the nodes have them',
    'passed     the images are built, and the nodes have them',
  ]);
  expect(tally.totals).toBe('3 passed, 0 failed');
});

test('whoever asks for the cluster of a chart of its own gets that one', async () => {
  const { runner } = await run(['--dapr-chart', 'dapr.tgz']);
  expect(runner.lines[1]).toBe('sh -ec helm show crds dapr.tgz | kubectl apply --server-side --force-conflicts --filename -');
});

test('only the kubeconfig of the run is used: the contexts of the user stay as they are', async () => {
  const { runner } = await run([]);
  const dapr = runner.commands.filter(({ program }) => program === 'sh');
  expect(dapr.map(({ env }) => env!.KUBECONFIG)).toEqual(Array(4).fill(expect.stringMatching(/cdk8s-dapr-deploy-.*\/kubeconfig$/)));
});

describe.each([
  ['kind create', /^kind create/, 1],
  ['the CRDs', /show crds/, 2],
  ['helm', /helm upgrade/, 3],
  ['docker build', /^docker build/, 6],
  ['kind load', /^kind load/, 16],
])('when %s fails', (_, pattern, commands) => {
  const failing: Answers = [[pattern, { status: 1, stderr: 'it is broken' }]];

  test('nothing comes after it, what the cluster knows is collected, and the cluster is deleted', async () => {
    const { runner, cleaner, tally } = await run([], failing);
    expect(runner.lines).toHaveLength(commands);
    expect(runner.lines.at(-1)).toMatch(pattern);
    expect(cleaner.lines.at(-1)).toBe('kind delete cluster --name deploy-check-abc');
    expect(tally.ok).toBe(false);
    expect(printed.find((line) => line.startsWith('failed'))).toMatch(/: status 1\n +it is broken$/);
    expect(printed).toContain(`what the cluster knows of it: ${join(logs, 'abc')}`);
    expect(readdirSync(join(logs, 'abc')).sort()).toEqual(['dapr-system', 'nodes.txt', 'pods.txt']);
  });
});

test('a cluster that cannot be deleted is a failure', async () => {
  const { tally } = await run([], [[/^kind delete/, { status: 1, stderr: 'no' }]]);
  expect(tally.totals).toBe('3 passed, 1 failed');
  expect(printed.at(-1)).toMatch(/^failed {5}the cluster is removed: kind delete cluster/);
});

test('--keep leaves the cluster, and says how to see it', async () => {
  const { cleaner } = await run(['--keep']);
  expect(cleaner.lines).toEqual([]);
  const kubeconfig = /kubectl --kubeconfig (\S+) get pods/.exec(printed.at(-1)!)![1];
  expect(existsSync(kubeconfig.replace('/kubeconfig', ''))).toBe(true);
  rmSync(kubeconfig.replace('/kubeconfig', ''), { recursive: true });
});

describe('with a cluster that there is', () => {
  const existing = ['--context', 'prod', '--skip-images'];

  test('Dapr is found, and nothing is installed or removed', async () => {
    const { runner, cleaner, tally } = await run(existing, [FOUND]);
    expect(runner.lines).toEqual([
      'kubectl config view --minify --flatten --raw --context=prod',
      'kubectl --kubeconfig=…/kubeconfig version --request-timeout=15s',
      'kubectl --kubeconfig=…/kubeconfig get deployments --all-namespaces --selector=app=dapr-operator --output=json',
    ]);
    expect(cleaner.lines).toEqual([]);
    expect(tally.totals).toBe('3 passed, 0 failed');
  });

  test('a context that kubectl does not know, and a cluster without Dapr, are no failure of what is checked', async () => {
    await expect(run(existing, [[/config view/, { status: 1 }]])).rejects.toThrow(
      new Missing("kubectl knows no context 'prod': kubectl config get-contexts lists them; KUBECONFIG names the file"),
    );
    await expect(run(existing, [[/get deployments/, '{"items":[]}']])).rejects.toThrow(
      new Missing('there is no Dapr in this cluster: install it, or let --install-dapr do so'),
    );
    expect(printed.filter((line) => line.startsWith('failed'))).toEqual([]);
    expect(readdirSync(logs)).toEqual([]);
  });

  test('--install-dapr installs Dapr, and takes it away with its CRDs', async () => {
    const crds = 'customresourcedefinition/components.dapr.io\ncustomresourcedefinition/others.example.com\n';
    const { cleaner } = await run([...existing, '--install-dapr'], [[/get crds/, crds]]);
    expect(cleaner.lines).toEqual([
      'helm uninstall dapr --namespace dapr-system --kubeconfig …/kubeconfig --wait --timeout=3m',
      'kubectl --kubeconfig=…/kubeconfig get crds --output=name',
      'kubectl --kubeconfig=…/kubeconfig delete customresourcedefinition/components.dapr.io namespace/dapr-system --timeout=120s',
    ]);
  });

  test('files of images are given to the command that loads them', async () => {
    const load = ['--images', 'a.tar', '--images', 'b.tar', '--load', 'ctr -n k8s.io images import {}'];
    const { runner } = await run(['--context', 'prod', ...load], [FOUND]);
    expect(runner.lines.slice(-2)).toEqual(['ctr -n k8s.io images import a.tar', 'ctr -n k8s.io images import b.tar']);
  });

  test('the namespaces of the checks are removed, also where the checks fail', async () => {
    const { runner, cleaner, tally } = await run(
      existing,
      [FOUND, [/create namespace/, { status: 1, stderr: 'forbidden' }]],
      ['plain', 'helm'],
    );
    expect(runner.lines.slice(3)).toEqual([
      'kubectl --kubeconfig=…/kubeconfig create namespace deploy-check-abc-plain',
      'kubectl --kubeconfig=…/kubeconfig create namespace deploy-check-abc-helm',
    ]);
    expect(cleaner.lines.slice(-2)).toEqual([
      'kubectl --kubeconfig=…/kubeconfig delete namespace deploy-check-abc-helm --ignore-not-found --timeout=180s',
      'kubectl --kubeconfig=…/kubeconfig delete namespace deploy-check-abc-plain --ignore-not-found --timeout=180s',
    ]);
    expect(tally.totals).toBe('3 passed, 2 failed');
  });

  test('where Redis never runs, the checks of the shop are not made', async () => {
    const broken: Answers = [FOUND, [/rollout status deployment\/redis/, { status: 1, stderr: 'timed out waiting for the condition' }]];
    const { runner } = await run(existing, broken, ['plain']);
    expect(runner.lines.slice(4).map((line) => line.replace(/ --(kubeconfig|namespace)=\S+/g, ''))).toEqual([
      'kubectl apply --validate=strict --filename=-',
      'kubectl rollout status deployment/redis --timeout=180s',
    ]);
  });
});
