import * as fc from 'fast-check';
import { check } from '../../src/rules/engine';
import { modelOf } from '../../src/rules/model/model';
import { MULTIAPP_RULES } from '../../src/rules/multiapp';
import { APP_KEYS, SHARED_KEYS } from '../../src/rules/multiapp/template';
import { findings, rule } from '../support/rules';

function template(app: object, common?: object): ReturnType<typeof modelOf> {
  const body = { version: 1, ...(common === undefined ? {} : { common }), apps: [{ appDirPath: './orders', command: ['node'], ...app }] };
  return modelOf([{ body, source: 'dapr.yaml' }]);
}

function errorsOf(model: ReturnType<typeof modelOf>): string[] {
  return check(model, { rules: MULTIAPP_RULES })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

test('one good value of every key gives no error', () => {
  const good = (is: string, of?: readonly string[]): unknown =>
    ({ integer: 1, boolean: true, texts: ['a'], 'texts by name': { A: 'b' } })[is] ?? of?.[0] ?? '4Mi';
  const app = Object.entries(APP_KEYS).filter(([, key]) => key.isPort !== true);
  expect(errorsOf(template(Object.fromEntries(app.map(([name, key]) => [name, good(key.is, key.of)]))))).toEqual([]);
  const common = Object.entries(SHARED_KEYS);
  expect(errorsOf(template({}, Object.fromEntries(common.map(([name, key]) => [name, good(key.is, key.of)]))))).toEqual([]);
});

test('every misspelt key is found, at its place', () => {
  const mutant = fc.tuple(fc.constantFrom(...Object.keys(APP_KEYS)), fc.nat(8), fc.constantFrom('x', 'Z', '_')).map(([key, at, letter]) => {
    const place = at % key.length;
    return { key, wrong: key.slice(0, place) + letter + key.slice(place) };
  });
  fc.assert(
    fc.property(mutant, ({ wrong }) => {
      const found = check(template({ [wrong]: null }), { rules: [rule('DAPR215')] }).findings;
      expect(found.map(({ severity, path }) => [severity, path])).toEqual([['error', ['apps', 0, wrong]]]);
    }),
  );
});

test('no rule throws, whatever the template is', () => {
  const anything = fc.anything({ maxDepth: 3 });
  const app = fc.oneof(anything, fc.dictionary(fc.constantFrom(...Object.keys(APP_KEYS)), anything));
  fc.assert(
    fc.property(fc.array(app), anything, anything, (apps, common, version) => {
      const model = modelOf([{ body: { version, common, apps }, source: 'dapr.yaml' }]);
      expect(check(model, { rules: MULTIAPP_RULES }).findings.filter(({ rule: id }) => id === 'DAPR290')).toEqual([]);
    }),
  );
});

test('any scalar is a text to the decoder, and only a bare number is one', () => {
  expect(errorsOf(template({ appID: 7, runtimePath: true, env: { A: 1, B: false, C: null }, command: ['sleep', 5] }))).toEqual([]);
  expect(errorsOf(template({ appPort: '8080' }))).toEqual(["'appPort' must be a whole number, without quotes: got a text"]);
});

test('anchors may be kept at the top', () => {
  expect(findings('{ version: 1, x-app: { appPort: 1 }, apps: [{ appDirPath: ./orders, command: [node] }] }', MULTIAPP_RULES)).toEqual([]);
});

test('one port for two applications may be meant, one for two sidecars is not', () => {
  const run = (a: string, b: string): string[] =>
    findings(`{ version: 1, apps: [{ appDirPath: ./a, command: [a], ${a} }, { appDirPath: ./b, ${b} }] }`, [rule('DAPR220')]).map(
      (line) => line.split(' ')[0],
    );
  expect(run('appPort: 8080', 'appPort: 8080, command: [b]')).toEqual(['warning']);
  expect(run('daprHTTPPort: 3500', 'daprHTTPPort: 3500')).toEqual(['error']);
  expect(run('appPort: 8080', 'appPort: 8080, command: []')).toEqual([]);
  expect(run("appPort: 8080, containerImage: 'a:1'", "daprHTTPPort: 8080, command: [b], containerImage: 'b:1'")).toEqual(['warning']);
});

test('what is no run template is not looked at', () => {
  expect(findings('{ apps: [{ name: other }], versions: 2 }', MULTIAPP_RULES)).toEqual([]);
  expect(findings('{ apiVersion: x/v1, kind: Apps, version: 1, apps: [{ a: b }] }', MULTIAPP_RULES)).toEqual([]);
});

test('the id of an application is the last part of its folder, unless nobody can tell', () => {
  const ids = ['./src/orders/', '../orders', '.', './', '~', '..'].map((appDirPath) => template({ appDirPath }).apps.map(({ id }) => id));
  expect(ids).toEqual([['orders'], ['orders'], [], [], [], []]);
});
