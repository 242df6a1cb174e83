import { Duration, Size } from 'cdk8s';
import * as dapr from '../../src';

const { HelmValue } = dapr;

/** The message of what goes wrong, with the place in this file as `<here>`. */
function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message.replaceAll(/test\/helm-chart\/helm-value\.test\.ts:\d+/g, '<here>');
  }
  throw new Error('nothing went wrong');
}

test('outside of a chart, every value is its default, of the type that was asked for', () => {
  expect(HelmValue.string('a.text', { default: 'x' })).toBe('x');
  expect(HelmValue.integer('a.count', { default: 3 })).toBe(3);
  expect(HelmValue.number('a.ratio', { default: 0.5 })).toBe(0.5);
  expect(HelmValue.boolean('a.on', { default: false })).toBe(false);
  expect(HelmValue.enum('a.level', { default: 'info', allowed: ['info', 'debug'] })).toBe('info');
  expect(HelmValue.list('a.list', { default: ['x'] })).toEqual(['x']);
  expect(HelmValue.map('a.map', { default: { k: 'v' } })).toEqual({ k: 'v' });
  expect(HelmValue.any('a.any', { default: { k: [1] } })).toEqual({ k: [1] });
  expect(HelmValue.duration('a.timeout', { default: Duration.seconds(90) }).toSeconds()).toBe(90);
  expect(HelmValue.size('a.memory', { default: Size.gibibytes(2) }).toMebibytes()).toBe(2048);
  expect(HelmValue.quantity('a.cpu', { default: '100m' })).toBe('100m');
  expect(HelmValue.releaseName({ default: 'shop' })).toBe('shop');
  expect(HelmValue.releaseNamespace({ default: 'shop' })).toBe('shop');
});

test('a value is a copy: changing it changes nothing elsewhere', () => {
  const initial = ['x'];
  HelmValue.list('copied', { default: initial }).push('y');
  expect(initial).toEqual(['x']);
});

test.each([
  [
    '',
    "DAPR001 [values  at <here>] the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got ''",
  ],
  [
    'image-tag',
    "DAPR001 [values image-tag at <here>] the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got 'image-tag'; write 'imageTag'",
  ],
  [
    'image..tag',
    "DAPR001 [values image..tag at <here>] the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got 'image..tag'; write 'image.tag'",
  ],
  [
    '.Values.image',
    "DAPR001 [values .Values.image at <here>] the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got '.Values.image'; write 'image'",
  ],
  [
    'a b.2c',
    "DAPR001 [values a b.2c at <here>] the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got 'a b.2c'; write 'aB.c'",
  ],
  ['global.x', "DAPR001 [values global.x at <here>] 'global' is Helm's own word: begin the path with another name, e.g. 'app.x'"],
  ['Release', "DAPR001 [values Release at <here>] 'Release' is Helm's own word: begin the path with another name, e.g. 'app.value'"],
  [
    'redis.password',
    "DAPR001 [values redis.password at <here>] a secret is no value: values are kept in plain text, with the release and often in git; refer to a Secret, e.g. by SecretValue.fromSecretKeyRef, and make its name the value, e.g. 'redisSecretName'",
  ],
])('refuses the path %j', (path, message) => {
  expect(messageOf(() => HelmValue.string(path, { default: 'x' }))).toBe(message);
});

test('takes the name of a secret, which is none', () => {
  expect(HelmValue.string('redis.existingSecret', { default: 'redis' })).toBe('redis');
  expect(HelmValue.string('tokenUrl', { default: 'https://x' })).toBe('https://x');
});

test.each<[string, () => unknown, string]>([
  ['no text', () => HelmValue.string('v', { default: 1 as never }), 'DAPR011 [values v at <here>] the default must be a text: got 1'],
  ['nothing', () => HelmValue.string('v', {} as never), 'DAPR011 [values v at <here>] the default must be a text: got nothing'],
  ['no options', () => HelmValue.string('v', undefined as never), 'DAPR011 [values v at <here>] the default must be a text: got nothing'],
  [
    'a fraction',
    () => HelmValue.integer('v', { default: 1.5 }),
    'DAPR011 [values v at <here>] the default must be a whole number: got 1.5',
  ],
  ['no number', () => HelmValue.number('v', { default: NaN }), 'DAPR011 [values v at <here>] the default must be a number: got NaN'],
  [
    'no switch',
    () => HelmValue.boolean('v', { default: 'true' as never }),
    "DAPR011 [values v at <here>] the default must be true or false: got 'true'",
  ],
  [
    'what is not allowed',
    () => HelmValue.enum('v', { default: 'inof', allowed: ['info', 'debug'] }),
    "DAPR013 [values v at <here>] the default must be one of info, debug: got 'inof'; did you mean 'info'?",
  ],
  [
    'a choice of nothing',
    () => HelmValue.enum('v', { default: 'info', allowed: ['info'] }),
    "DAPR012 [values v at <here>] 'allowed' must name at least two different texts: got ['info']",
  ],
  [
    'numbers in a list',
    () => HelmValue.list('v', { default: [1] as never }),
    'DAPR011 [values v at <here>] the default must be a list of texts: got [1]',
  ],
  [
    'numbers in a map',
    () => HelmValue.map('v', { default: { a: 1 } as never }),
    'DAPR011 [values v at <here>] the default must be an object whose values are texts: got an object with a',
  ],
  [
    'a text for any',
    () => HelmValue.any('v', { default: 'x' }),
    "DAPR011 [values v at <here>] the default must be an object or a list: got 'x'",
  ],
  [
    'no duration',
    () => HelmValue.duration('v', { default: 5 as never }),
    'DAPR011 [values v at <here>] the default must be a Duration, e.g. Duration.seconds(30): got 5',
  ],
  [
    'no size',
    () => HelmValue.size('v', { default: 'lots' as never }),
    "DAPR011 [values v at <here>] the default must be a Size of whole KiB, e.g. Size.mebibytes(512): got 'lots'",
  ],
  [
    'no quantity',
    () => HelmValue.quantity('v', { default: 'lots' }),
    "DAPR011 [values v at <here>] the default must be a quantity of Kubernetes, e.g. '100m' or '512Mi': got 'lots'",
  ],
  [
    'too little',
    () => HelmValue.integer('v', { default: 0, minimum: 1 }),
    'DAPR014 [values v at <here>] the default must be at least 1: got 0',
  ],
  [
    'too much as an example',
    () => HelmValue.integer('v', { default: 1, minimum: 1, maximum: 2, example: 3 }),
    'DAPR014 [values v at <here>] the example must be from 1 to 2: got 3',
  ],
  [
    'what does not match',
    () => HelmValue.string('v', { default: 'X', pattern: '^[a-z]+$' }),
    "DAPR014 [values v at <here>] the default must match ^[a-z]+$: got 'X'",
  ],
  [
    'a broken pattern',
    () => HelmValue.string('v', { default: 'X', pattern: '(' }),
    "DAPR014 [values v at <here>] 'pattern' must be a regular expression without look-around: got '('",
  ],
  [
    'a pattern that Helm does not know',
    () => HelmValue.string('v', { default: 'X', pattern: '^(?=X)' }),
    "DAPR014 [values v at <here>] 'pattern' must be a regular expression without look-around: got '^(?=X)'",
  ],
])('refuses %s', (_, run, message) => {
  expect(messageOf(run)).toBe(message);
});
