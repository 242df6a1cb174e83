import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from '../../src/cli/local/words';
import { cli, filesIn, inFolder, ROOT } from './support';

const NOTES = `To know:
  'redis:6379' looks like a host of the cluster (Component hello/statestore): say what stands for it on this machine, or make it one.
  'dapr.io/graceful-shutdown-seconds' does nothing here: dapr run cannot pass '--dapr-graceful-shutdown-seconds' to the sidecar (hello).
  'dapr.io/block-shutdown-duration' does nothing here: dapr run cannot pass '--dapr-block-shutdown-duration' to the sidecar (hello).
`;

/** Runs a test in a folder with the manifests of an example in dist. */
function inProject(test: (folder: string) => void, example = 'hello-world'): void {
  inFolder((folder) => {
    cpSync(join(ROOT, 'examples', example, 'expected'), join(folder, 'dist'), { recursive: true });
    test(folder);
  });
}

test('says what it wrote, what is left to fill in, and how to go on', () =>
  inProject((folder) => {
    expect(cli(['local', 'dist'], folder)).toEqual({
      status: 0,
      stdout: `Wrote 7 files into 'dist/local', for hello (sidecar only).

To fill in; what is there stays when this command runs again:
  dist/local/secrets.json: redis/password

${NOTES}
Next:
  (set -a; . ./dist/local/sidecar.env; dapr run -f dist/local)
`,
      stderr: '',
    });
  }));

test('runs again on the same folder, of which its own output is no part', () =>
  inProject((folder) => {
    cli(['local', 'dist'], folder);
    writeFileSync(join(folder, 'dist/local/secrets.json'), '{"redis":{"password":"mine"}}');
    const { status, stdout } = cli(['local', 'dist', '--host', 'redis:6379=localhost:6379', '--command', "hello=node 'a b.js'"], folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Wrote 7 files into 'dist\/local', for hello\.\n\nTo know:\n/);
    expect(stdout).not.toContain('looks like a host');
    expect(JSON.parse(readFileSync(join(folder, 'dist/local/secrets.json'), 'utf8'))).toEqual({ redis: { password: 'mine' } });
    expect(readFileSync(join(folder, 'dist/local/dapr.yaml'), 'utf8')).toContain('    command:\n      - node\n      - a b.js\n');
  }));

test('takes folders of applications as they are seen from here', () =>
  inProject((folder) => {
    mkdirSync(join(folder, 'hello'));
    expect(cli(['local', 'dist', '-o', 'out/here', '--folder', 'hello=hello', '--port', 'hello=4000'], folder).status).toBe(0);
    expect(readFileSync(join(folder, 'out/here/dapr.yaml'), 'utf8')).toContain(
      'appDirPath: ../../hello\n    appPort: 4000\n    appProtocol: http\n    resourcesPaths:\n      - ../out/here/resources\n',
    );
  }));

test('takes objects that stand in for those of the cluster', () =>
  inProject((folder) => {
    writeFileSync(
      join(folder, 'local.yaml'),
      'apiVersion: dapr.io/v1alpha1\nkind: Component\nmetadata:\n  name: statestore\nspec:\n  type: state.in-memory\n  version: v1\n',
    );
    const { stdout } = cli(['local', 'dist', '--override', 'local.yaml'], folder);
    expect(stdout).toMatch(/^Wrote 5 files into 'dist\/local', for hello \(sidecar only\)\.\n\nTo know:\n {2}'dapr\.io\/graceful/);
  }));

test('says where something stands that works in Kubernetes only, and writes nothing', () =>
  inProject((folder) => {
    const before = filesIn(folder);
    expect(cli(['local', 'dist'], folder)).toEqual({
      status: 1,
      stdout: '',
      stderr: `cdk8s-dapr local: not everything can run without Kubernetes, so nothing was written:
  dist/configuration.k8s.yaml:44:9: Component shop/flags spec.type: 'configuration.kubernetes' works in Kubernetes only: it reads ConfigMaps of the cluster. Give a Component of this name and another type as an override, or leave it out as 'Component/flags'
`,
    });
    expect(filesIn(folder)).toEqual(before);
    expect(cli(['local', 'dist', '--leave-out', 'Component/flags'], folder).status).toBe(0);
  }, 'configuration'));

describe('what cannot be read, or was called wrongly, ends with 2', () => {
  const HELP = "\nRun 'cdk8s-dapr local --help' for what it takes.\n";
  test.each([
    [[], "expected files, folders or patterns such as 'k8s/**/*.yaml', or - for stdin: got nothing"],
    [['nothing'], "there is no file or folder 'nothing'"],
    [['dist', '--host', 'redis'], "--host is a name and a value, e.g. --host 'redis:6379=localhost:6379': got 'redis'"],
    [['dist', '--host', 'a=b', '--host', 'a=c'], "--host is given twice for 'a': expected it once"],
    [['dist', '--port', 'hello=http'], '--port hello=http: expected a number from 1 to 65535'],
    [['dist', '--folder', 'hello=gone'], "--folder hello=gone: there is no folder 'gone'"],
    [['dist', '--env', '1=x'], "--env 1=x: '1' is no name of a variable"],
    [['dist', '--command', "hello=node 'x"], "a quote is not closed in: node 'x"],
    [['dist', '--secrets', 'fil'], "--secrets must be one of file, env: got 'fil'; did you mean 'file'?"],
  ])('cdk8s-dapr local %j', (args, message) =>
    inProject((folder) => {
      expect(cli(['local', ...args], folder)).toEqual({ status: 2, stdout: '', stderr: `cdk8s-dapr local: ${message}${HELP}` });
      expect(existsSync(join(folder, 'dist/local'))).toBe(false);
    }),
  );

  test('a file that is no YAML', () =>
    inProject((folder) => {
      writeFileSync(join(folder, 'dist/broken.yaml'), 'apiVersion: dapr.io/v1alpha1\nkind: [\n');
      const { status, stderr } = cli(['local', 'dist'], folder);
      expect(status).toBe(2);
      expect(stderr).toMatch(
        /^cdk8s-dapr local: what cannot be read cannot be run:\n {2}dist\/broken\.yaml:2:7: this document is no YAML that can be read: /,
      );
    }));
});

test.each([
  ['node server.js', ['node', 'server.js']],
  ['  node  \'a b\' "c \\"d\\"" e\\ f ', ['node', 'a b', 'c "d"', 'e f']],
  ['a\'b\'"c"', ['abc']],
  ["''", ['']],
  ['', []],
])('the words of %j', (command, words) => {
  expect(wordsOf(command)).toEqual(words);
});
