import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { DaprVersion } from '../../../src';
import { catalogCases } from '../../support/cases';
import { LOADED, NOT_REACHED, verdicts } from '../support/verdicts';
import { daprd } from './daprd';

/** What daprd of the catalog's version says: 1.17 says the same, with one exception. */
const NEWER = load(readFileSync(join(__dirname, '../parsing/verdicts.yaml'), 'utf8')) as {
  loaded: Record<string, string[]>;
  otherwise: Record<string, string>;
};

/** The certificate that a sample cannot have ends Dapr 1.17 in another way. */
const NO_CERTIFICATE = 'failed to get SPIFFE certs: invalid SVID: no certs found';

const CASES = catalogCases(DaprVersion.V1_17);
let found: string[];

beforeAll(async () => {
  found = await verdicts(
    CASES.map(({ manifest }) => manifest),
    daprd(),
  );
}, 600_000);

function newer(title: string): string {
  const [way, type] = title.split('  ');
  return NEWER.otherwise[title] ?? (NEWER.loaded[type]?.includes(way) ? LOADED : NOT_REACHED);
}

test('every class that Dapr 1.17 has is here, and none that it lacks', () => {
  const types = new Set(CASES.map(({ manifest }) => manifest.spec.type));
  expect(types.size).toBeGreaterThan(120);
  expect([...types].filter((type) => /^(configuration\.kubernetes|pubsub\.amqp|binarystore|search|vector)/.test(type))).toEqual([]);
});

test.each(CASES.map(({ title }, i) => [title, i] as const))('%s: daprd 1.17 understands what the class writes', (title, i) => {
  const expected = newer(title);
  if (expected.endsWith(NO_CERTIFICATE)) {
    expect(found[i]).toBe(`panic: ${NO_CERTIFICATE}`);
  } else {
    expect(found[i]).toBe(expected);
  }
});
