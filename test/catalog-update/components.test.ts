import { componentDifferences } from '../../tools/catalog-update/components';
import type { ReleasedComponent } from '../../tools/catalog-update/release';
import { COMPONENTS } from '../../src/generated/component-facts';

const field = (Type: string): { Type: string; Ignored: boolean; Deprecated: boolean; Aliases: null } => ({
  Type,
  Ignored: false,
  Deprecated: false,
  Aliases: null,
});

/** Every component of the catalog as a release that agrees with it would tell it. */
function agreeing(minor: string): ReleasedComponent[] {
  return Object.values(COMPONENTS)
    .flat()
    .filter(({ since }) => since === undefined || since <= minor)
    .map(({ type, version, keys }) => ({
      type,
      version,
      fields: Object.fromEntries(
        Object.entries(keys)
          .filter(([, { since, until }]) => (since ?? '1.00') <= minor && minor <= (until ?? '1.99'))
          .map(([key, { go }]) => [key, field(go.replace('config.', ''))]),
      ),
    }));
}

const RELEASED = agreeing('1.18');

/** The release with one component changed. */
function but(type: string, change: (component: ReleasedComponent) => ReleasedComponent[], all = RELEASED): ReleasedComponent[] {
  return all.flatMap((one) => (one.type === type ? change(one) : [one]));
}

const found = (released: ReleasedComponent[], minor = '1.18'): string[] =>
  componentDifferences(released, RELEASED, minor).map(({ place, what, found, propose }) => `${what} ${place}: ${found} -> ${propose}`);

test('a release that says what the catalog says has no differences', () => {
  expect(RELEASED.length).toBeGreaterThan(130);
  expect(found(RELEASED)).toEqual([]);
});

test('a type that the catalog does not have came', () => {
  expect(found([...RELEASED, { type: 'state.nova', version: 'v1', fields: {} }], '1.20')).toContain(
    "came state.nova/v1: daprd registers it, the catalog has no such type and version -> a new file below catalog/components, with since: '1.20'",
  );
});

test('a type that is of a later Dapr in the catalog, and is registered all the same, came', () => {
  const later = { type: 'vector.in-memory', version: 'v1', fields: {} };
  expect(found([...RELEASED, later])).toEqual([
    "came vector.in-memory/v1: daprd 1.18 registers it, the catalog has since: '1.19' -> since: '1.18', or none",
  ]);
});

test('a type that is not registered went, and says where to look', () => {
  const without = but('state.redis', () => []);
  expect(found(without)).toEqual(['went state.redis/v1: daprd 1.18 does not register it -> since: the first version that does']);
  expect(componentDifferences(without, without, '1.18').map(({ found, propose }) => [found, propose])).toEqual([
    ['daprd does not register it', 'remove it, or say until when it was there'],
  ]);
});

test('a key that the catalog does not know came', () => {
  const more = but('state.redis', (one) => [{ ...one, fields: { ...one.fields, warpSpeed: field('int') } }]);
  expect(found(more)).toEqual([
    "came state.redis/v1 warpSpeed: Dapr reads it as int, the catalog does not know it -> a field, or a line of reads.keys, with since: '1.18'",
  ]);
});

test('a key of a later version that an older one reads came', () => {
  expect(found(RELEASED, '1.17').filter((line) => line.includes('state.redis/v1'))).toEqual([
    "came state.redis/v1 insecureSkipTLSVerify: Dapr 1.17 reads it, the catalog has since: '1.18' -> since: '1.17', or none",
  ]);
});

test('a key that an older version does not read went', () => {
  const older = but('state.redis', ({ fields, ...one }) => [
    { ...one, fields: Object.fromEntries(Object.entries(fields!).filter(([key]) => key !== 'redisDB')) },
  ]);
  expect(found(older)).toEqual([
    'went state.redis/v1 redisDB: Dapr 1.18 does not read it, that of the catalog does -> since: the first version that does',
  ]);
});

test('a key under another of its names is there', () => {
  const renamed = but('state.redis', ({ fields, ...one }) => {
    const { redisDB, ...rest } = fields!;
    return [{ ...one, fields: { ...rest, database: { ...redisDB, Aliases: ['REDISDB'], Ignored: true } } }];
  });
  expect(found(renamed)).toEqual([]);
});

test('a key that is parsed otherwise changed', () => {
  const typed = but('state.redis', (one) => [{ ...one, fields: { ...one.fields, redisDB: field('string') } }]);
  expect(found(typed)).toEqual([
    'changed state.redis/v1 redisDB: Dapr reads it as string, the catalog has config.int -> reads.keys: redisDB: string',
  ]);
});

test('what a component can is held against its capabilities', () => {
  const other = but('state.in-memory', (one) => [
    { ...one, features: ['ETAG', 'TTL', 'TRANSACTIONAL', 'KEYS_LIKE', 'QUERY_API', 'SOMETHING'] },
  ]);
  expect(found(other)).toEqual([
    'came state.in-memory/v1 (query): the component says that it can -> capabilities: query',
    'went state.in-memory/v1 (deleteWithPrefix): the component does not say that it can -> no deleteWithPrefix among its capabilities',
  ]);
});

test('name resolvers are parts of the Configuration, not components', () => {
  expect(found([...RELEASED, { type: 'nameresolution.nova', version: 'v1', fields: {} }])).toEqual([]);
});
