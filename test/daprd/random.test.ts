import { Duration, Size, Testing } from 'cdk8s';
import fc from 'fast-check';
import * as dapr from '../../src';
import { ComponentFact, FieldFact } from '../../tools/generate/catalog';
import { propertyOf } from '../../tools/generate/fields';
import { authSample, CATALOG, classOf, leastProps, sampleOf } from '../support/samples';
import { known } from './parsing/known';
import { LOADED, NOT_REACHED, verdicts } from './support/verdicts';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const EACH = Number(process.env.RUNS ?? 4);

const COMPONENTS = CATALOG.components.filter((component) => component.since !== '1.19');

/** Any value that the type of a field takes; texts are samples, for daprd reads what they say. */
function anyValue(component: ComponentFact, key: string, field: FieldFact): fc.Arbitrary<unknown> {
  const least = field.min ?? 1;
  switch (field.is) {
    case 'secret':
      // In plain text: of what comes from a store, synth cannot be sure that it is there.
      return fc.constant(dapr.SecretValue.unsafePlainText('aGVsbG8='));
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: least, max: field.max ?? Math.max(least, 1000) });
    case 'number':
      return fc.double({ min: least, max: field.max ?? Math.max(least, 10), noNaN: true });
    case 'enum':
      return fc.constantFrom(...field.of!);
    case 'duration':
      return anyDuration(field);
    case 'durations':
      return fc.array(anyDuration(field), { minLength: 1, maxLength: 4 });
    case 'size':
      return fc.oneof(fc.integer({ min: 1, max: 4096 }).map(Size.kibibytes), fc.integer({ min: 1, max: 64 }).map(Size.mebibytes));
    default:
      return fc.constant(sampleOf(component, key, field).value);
  }
}

/** Every way in which a duration is written: milliseconds, seconds, minutes, hours, and what is made of several. */
function anyDuration(field: FieldFact): fc.Arbitrary<Duration> {
  const unit = field.unit === 's' ? 1000 : 1;
  return fc
    .oneof(
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 90 }).map((seconds) => seconds * 1000),
      fc.integer({ min: 1, max: 90 }).map((minutes) => minutes * 60_000),
      fc.integer({ min: 1000, max: 200_000_000 }),
    )
    .map((millis) => Math.max(field.min ?? 0, unit * Math.ceil(millis / unit)))
    .map((millis) => Duration.millis(millis));
}

/** Any props of a class: what it must have, and any of the rest. */
function anyProps(component: ComponentFact): fc.Arbitrary<Record<string, unknown>> {
  const least = leastProps(component).props;
  const fields = Object.entries(component.fields).filter(
    ([, field]) => field.since === undefined && field.wire === undefined && sampled(field),
  );
  const optional = Object.fromEntries(fields.map(([key, field]) => [propertyOf(key, field), anyValue(component, key, field)]));
  const ways = Object.keys(component.auth ?? {}).filter((name) => component.auth![name].since !== '1.19');
  const auth = fc.option(fc.constantFrom(undefined, ...ways), { nil: undefined });
  return fc.record({ props: fc.record(optional, { requiredKeys: [] }), auth }).map(({ props, auth: way }) => {
    const chosen = way === undefined ? {} : { auth: authSample(component, way, (field) => field.since === undefined).auth };
    return { ...least, ...props, ...chosen };
  });
}

const sampled = (field: FieldFact): boolean => field.is !== 'texts by name' && field.is !== 'names';

/** The manifest that synth writes; undefined where synth refuses what goes together for no component. */
function emitted(component: ComponentFact, props: object): any {
  const chart = Testing.chart();
  try {
    new (classOf(component))(chart, 'it', props);
    return Testing.synth(chart)[0];
  } catch {
    return undefined;
  }
}

interface Tried {
  readonly component: ComponentFact;
  readonly manifest: any;
}

/** What daprd says of these that is neither that it loads them nor that it does not reach their server. */
async function complaints(cases: readonly Tried[]): Promise<object[]> {
  const words = await verdicts(cases.map(({ manifest }) => manifest));
  return cases.flatMap(({ component, manifest }, i) =>
    [LOADED, NOT_REACHED].includes(words[i]) || known(words[i])
      ? []
      : [{ type: `${component.type} ${component.version}`, says: words[i], of: manifest.spec.metadata }],
  );
}

test(`daprd understands any props of any class (SEED=${SEED})`, async () => {
  const cases = COMPONENTS.flatMap((component) =>
    fc
      .sample(anyProps(component), { numRuns: EACH, seed: SEED })
      .map((props) => ({ component, manifest: emitted(component, props) }))
      .filter(({ manifest }) => manifest !== undefined),
  );
  // The others are refused by synth.
  expect(cases.length).toBeGreaterThan(COMPONENTS.length * EACH * 0.8);
  expect(await complaints(cases)).toEqual([]);
}, 600_000);

/** A duration below a second, one of minutes and seconds, and one of hours and all below; sizes and truths in turn. */
const SPELLINGS = [
  { millis: 250, size: Size.kibibytes(64), boolean: true },
  { millis: 90_000, size: Size.mebibytes(8), boolean: false },
  { millis: 90_061_500, size: Size.kibibytes(1500), boolean: true },
];

function spelled(component: ComponentFact, { millis, size, boolean }: (typeof SPELLINGS)[number], kinds: readonly string[]): any {
  const props = { ...leastProps(component).props };
  for (const [key, field] of Object.entries(component.fields)) {
    if (kinds.includes(field.is) && field.since === undefined) {
      const unit = field.unit === 's' ? 1000 : 1;
      const duration = Duration.millis(Math.max(field.min ?? 0, unit * Math.ceil(millis / unit)));
      props[propertyOf(key, field)] = { duration, durations: [duration, duration], size, boolean }[field.is];
    }
  }
  return emitted(component, props);
}

test('daprd understands every spelling of a duration, a size and a boolean in every field that takes one', async () => {
  const cases = COMPONENTS.flatMap((component) =>
    SPELLINGS.flatMap((spelling) => {
      const at = [['duration', 'durations', 'size'], ['boolean']].map((kinds) => spelled(component, spelling, kinds));
      return at.filter((manifest) => manifest?.spec.metadata.length > 0).map((manifest) => ({ component, manifest }));
    }),
  );
  const unique = [...new Map(cases.map((one) => [JSON.stringify(one.manifest.spec), one])).values()];
  expect(await complaints(unique)).toEqual([]);
}, 600_000);

test('daprd complains of a spelling that no class writes', async () => {
  const component = COMPONENTS.find(({ type }) => type === 'state.redis')!;
  const manifest = emitted(component, { redisHost: 'redis:6379' });
  manifest.spec.metadata.push({ name: 'dialTimeout', value: '5 parsecs' });
  const [{ says }] = (await complaints([{ component, manifest }])) as { says: string }[];
  expect(says).toContain('invalid Duration "5 parsecs"');
});
