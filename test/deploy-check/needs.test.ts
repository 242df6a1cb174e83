import { programsFor } from '../../tools/deploy-check/needs';
import { parse } from '../../tools/deploy-check/options';
import { Recorder } from './support/recorder';

const FOUND = { helm: () => '/bin/helm', kubectl: () => 'kubectl' };
const kind = parse([])!;
const existing = parse(['--context', 'prod', '--skip-images'])!;
const none = { status: undefined, stderr: 'spawn ENOENT' };

test('with kind, docker and its engine all is there', async () => {
  await expect(programsFor(kind, new Recorder(), FOUND)).resolves.toEqual({ helm: '/bin/helm', kubectl: 'kubectl' });
});

test('an existing cluster needs neither docker nor kind', async () => {
  const runner = new Recorder([[/./, none]]);
  await expect(programsFor(existing, runner, FOUND)).resolves.toEqual({ helm: '/bin/helm', kubectl: 'kubectl' });
  expect(runner.lines).toEqual([]);
});

test('everything that is missing is said at once', async () => {
  const missing = (what: string) => () => {
    throw new Error(`there is no ${what}`);
  };
  const all = { helm: missing('helm'), kubectl: missing('kubectl') };
  await expect(programsFor(kind, new Recorder([[/./, none]]), all)).rejects.toThrow(
    [
      'there is no helm',
      'there is no kubectl',
      'there is no docker: install it (https://docs.docker.com/engine/install/), or name a cluster with --context',
      'there is no kind: install it (https://kind.sigs.k8s.io/docs/user/quick-start/#installation), or name a cluster with --context',
    ].join('\n'),
  );
});

test('docker without an engine is not enough', async () => {
  const runner = new Recorder([[/^docker version$/, { status: 1, stderr: 'Cannot connect to the Docker daemon' }]]);
  await expect(programsFor(kind, runner, FOUND)).rejects.toThrow(/^docker finds no engine: start it, or name a cluster with --context$/);
});
