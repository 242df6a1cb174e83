import { NODE_IMAGE, Options, parse } from '../../tools/deploy-check/options';

const DEFAULTS: Options = {
  context: undefined,
  daprVersion: '1.18.3',
  daprChart: undefined,
  installDapr: false,
  nodeImage: NODE_IMAGE,
  keep: false,
  images: [],
  load: [],
  skipImages: false,
  registry: 'deploy-check.test',
  tags: ['1', '2'],
  redisImage: 'redis:7-alpine',
  with: ['plain', 'helm'],
  logs: 'dist/deploy-check',
  timeoutMinutes: 30,
};

test('without arguments a kind cluster of a pinned image is made, with the Dapr of the catalog', () => {
  expect(parse([])).toEqual(DEFAULTS);
  expect(NODE_IMAGE).toMatch(/^kindest\/node:v\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
});

test('every option arrives', () => {
  const given = [
    ['--context', 'prod', '--dapr-version', '1.17.13', '--dapr-chart', 'dapr.tgz', '--install-dapr', '--node-image', 'node', '--keep'],
    ['--images', 'a.tar', '--images', 'b.tar', '--load', 'ctr images import {}', '--registry', 'ghcr.io/shop', '--tags', '1.0,1.1'],
    ['--redis-image', 'redis:8', '--with', 'helm', '--logs', 'logs', '--timeout', '5'],
  ].flat();
  expect(parse(given)).toEqual({
    context: 'prod',
    daprVersion: '1.17.13',
    daprChart: 'dapr.tgz',
    installDapr: true,
    nodeImage: 'node',
    keep: true,
    images: ['a.tar', 'b.tar'],
    load: ['ctr', 'images', 'import', '{}'],
    skipImages: false,
    registry: 'ghcr.io/shop',
    tags: ['1.0', '1.1'],
    redisImage: 'redis:8',
    with: ['helm'],
    logs: 'logs',
    timeoutMinutes: 5,
  });
});

test('help is no run', () => {
  expect(parse(['--help'])).toBeUndefined();
});

test.each([
  [['--contxt', 'x'], /^Unknown option '--contxt'/],
  [['kind'], /^Unexpected argument 'kind'/],
  [['--tags', 'one'], /^--tags needs two different tags, such as 1,2: got 'one'$/],
  [['--tags', '1,1'], /^--tags needs two different tags, such as 1,2: got '1,1'$/],
  [['--with', 'kustomize'], /^--with knows plain and helm: got 'kustomize'$/],
  [['--dapr-version', '1.18'], /^--dapr-version needs a full version, such as 1\.18\.3: got '1\.18'$/],
  [['--timeout', 'soon'], /^--timeout needs a number of minutes$/],
  [['--images', 'a.tar', '--skip-images'], /^--images and --skip-images: say one of them$/],
  [['--install-dapr'], /^--install-dapr goes with --context: a kind cluster gets Dapr anyway$/],
  [
    ['--context', 'prod'],
    /^--context needs --load, the command that brings a file of images to the nodes, with \{\} for the file's path; or --skip-images, where they are there$/,
  ],
  [['--context', 'prod', '--images', 'a.tar', '--load', 'ctr images import'], /^--context needs --load/],
])('%j is refused', (args, message) => {
  expect(() => parse(args)).toThrow(message);
});
