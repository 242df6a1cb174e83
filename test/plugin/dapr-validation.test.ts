import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DaprValidation } from '../../src/plugin';
import type { ValidationContext, Violation } from '../../src/plugin/cdk8s-cli';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const WRONG =
  'apiVersion: dapr.io/v1\nkind: Component\nmetadata: { name: store }\nspec: { type: state.in-memory, version: v1, metadata: [] }\n';

interface Told {
  readonly violations: Violation[];
  status?: string;
}

async function validated(properties: object, manifests: string[]): Promise<Told> {
  const told: Told = { violations: [] };
  const context: ValidationContext = {
    manifests,
    report: { addViolation: (violation) => told.violations.push(violation), submit: (status) => void (told.status = status) },
  };
  await new DaprValidation(properties).validate(context);
  return told;
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('a configuration lowers, turns off and sets the threshold; properties win', async () => {
  const manifest = file('store.yaml', WRONG);
  const lowered = file('lowered.yaml', 'severity: warning\nrules: { DAPR022: warning }\n');
  expect((await validated({ config: lowered }, [manifest])).status).toBe('failure');
  expect((await validated({ config: lowered, severity: 'error' }, [manifest])).status).toBe('success');
  expect(await validated({ config: file('off.yaml', 'rules: { DAPR022: off }\n') }, [manifest])).toEqual({
    status: 'success',
    violations: [],
  });
});

test('a manifest that cannot be read or parsed is a violation, and the others are checked', async () => {
  const { status, violations } = await validated({}, [join(folder, 'gone.yaml'), file('broken.yaml', 'a: [\n'), file('store.yaml', WRONG)]);
  expect(status).toBe('failure');
  expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources[0].resourceName])).toEqual([
    ['DAPR296', 'gone.yaml'],
    [expect.stringMatching(/^DAPR29\d$/), 'broken.yaml'],
    ['DAPR022', 'store'],
  ]);
});

test('there is a report also where the check itself fails', async () => {
  const { status, violations } = await validated({}, null as never);
  expect(status).toBe('failure');
  expect(violations).toEqual([
    expect.objectContaining({ ruleName: 'DAPR290', recommendation: expect.stringMatching(/^The manifests could not be checked: /) }),
  ]);
});

test('nothing to check is a success', async () => {
  expect(await validated({ packs: ['recommended'], daprVersion: '1.17', complete: true }, [])).toEqual({
    status: 'success',
    violations: [],
  });
});

test.each<[string, object, string | RegExp]>([
  [
    'pack',
    { packs: ['prodution'] },
    "'packs' of DaprValidation must be one of recommended, production: got 'prodution'; did you mean 'production'?",
  ],
  ['severity', { severity: 'fatal' }, "'severity' of DaprValidation must be one of error, warning, info: got 'fatal'"],
  ['version of Dapr', { daprVersion: '2.0' }, /^unknown Dapr version '2.0'/],
  ['completeness', { complete: 'yes' }, "'complete' of DaprValidation must be true or false: got 'yes'"],
  ['configuration', { config: '/no/such/file' }, /^the configuration of DaprValidation cannot be read: ENOENT/],
])('refuses an unknown %s', (_, properties, message) => {
  expect(() => new DaprValidation(properties)).toThrow(message);
});

test('refuses a configuration that speaks of an unknown rule', () => {
  const config = file('rules.yaml', 'rules: { DAPRO22: off }\n');
  expect(() => new DaprValidation({ config })).toThrow(`${config}: there is no rule 'DAPRO22'; did you mean 'DAPR022'?`);
});
