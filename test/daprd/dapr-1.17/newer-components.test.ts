import { App, Chart, Testing } from 'cdk8s';
import { dump } from 'js-yaml';
import * as dapr from '../../../src';
import { COMPONENTS } from '../../../src/generated/component-facts';
import { newerDapr } from '../../../src/rules/component/newer-dapr';
import { releasedComponents } from '../../../tools/catalog-update/release';
import { catalogCases } from '../../support/cases';
import { findings } from '../../support/rules';
import { LOADED, NOT_REACHED, verdicts } from '../support/verdicts';
import { daprd, OLDER } from './daprd';

/** What came with 1.18: each key, of the types that 1.17 has. */
const KEYS = Object.values(COMPONENTS)
  .flat()
  .filter(({ since }) => since === undefined || Number(since.slice(2)) <= 17)
  .flatMap(({ type, version, keys }) =>
    Object.entries(keys)
      .filter(([, { since }]) => since === '1.18')
      .map(([key, { go }]) => ({ title: `${key} of ${type} ${version}`, type, version, key, go })),
  );

const CASES = catalogCases(dapr.DaprVersion.V1_17);

/** The least that a class writes for 1.17, with one key more. */
function withKey({ type, version, key }: (typeof KEYS)[number], value: string): any {
  const { manifest } = CASES.find(({ title }) => title === `least  ${type} ${version}`)!;
  return { ...manifest, spec: { ...manifest.spec, metadata: [...manifest.spec.metadata, { name: key, value }] } };
}

function complaints(manifest: object, daprVersion: string): string[] {
  return findings({ yaml: dump(manifest), daprVersion }, [newerDapr]);
}

test('there are such keys', () => {
  expect(KEYS.length).toBeGreaterThanOrEqual(30);
});

describe.each(KEYS.map((one) => [one.title, one] as const))('%s', (_, one) => {
  test('is an error for 1.17, and none for 1.18', () => {
    const [finding, ...more] = complaints(withKey(one, '1'), '1.17');
    expect(more).toEqual([]);
    expect(finding).toContain(`'${one.key}' of ${one.type} ${one.version} came with Dapr 1.18: the manifests are checked for 1.17`);
    expect(complaints(withKey(one, '1'), '1.18')).toEqual([]);
  });

  test('is no key that the code of 1.17 reads', () => {
    const { fields } = releasedComponents(OLDER).find(({ type, version }) => type === one.type && version === one.version)!;
    const known = Object.keys(fields ?? {}).map((name) => name.toLowerCase());
    // Decoded with what all models share, and not used.
    expect(known.includes(one.key.toLowerCase())).toBe(one.title === 'endpoint of conversation.anthropic v1');
  });
});

test('a class stops synth where its field came later', () => {
  const app = new App();
  dapr.DaprVersion.use(app, dapr.DaprVersion.V1_17);
  const chart = new Chart(app, 'shop');
  new dapr.state.Redis(chart, 'store', { redisHost: 'redis:6379', insecureSkipTLSVerify: true });
  expect(() => app.synthYaml()).toThrow(
    "'insecureSkipTLSVerify' of state.redis v1 came with Dapr 1.18: the manifests are checked for 1.17",
  );
});

test('a text that is wrong shows who reads it: 1.18 complains, 1.17 passes over the key', async () => {
  const parsed = KEYS.filter(({ go }) => /int|Duration/.test(go));
  expect(parsed.length).toBeGreaterThanOrEqual(10);
  const manifests = parsed.map((one) => withKey(one, 'wrong'));
  const newer = await verdicts(manifests);
  const older = await verdicts(manifests, daprd());
  expect(parsed.map(({ title }, i) => `${title}: ${older[i]}`)).toEqual(parsed.map(({ title }) => `${title}: ${NOT_REACHED}`));
  parsed.forEach(({ title, key }, i) => {
    expect(`${title}: ${newer[i]}`).toMatch(new RegExp(`(error decoding|cannot parse) '${key}'.*parsing "wrong": invalid syntax$`, 'i'));
  });
}, 300_000);

test('a way to authenticate that came with 1.18 is refused by its class for 1.17', () => {
  const chart = Testing.chart();
  dapr.DaprVersion.use(chart, dapr.DaprVersion.V1_17);
  const auth = dapr.bindings.ZeebeCommandAuth.oauth2({
    clientId: 'shop',
    clientSecret: dapr.SecretValue.fromSecretKeyRef('zeebe', 'secret'),
    authorizationServerUrl: 'https://login.example.com/oauth/token',
    tokenAudience: 'zeebe',
  });
  expect(() => new dapr.bindings.ZeebeCommand(chart, 'zeebe', { gatewayAddr: 'zeebe:26500', auth })).toThrow(
    "'auth' oauth2 of bindings.zeebe.command v1 is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17",
  );
});

describe('a type that came with 1.18', () => {
  const flags = (chart: Chart): dapr.Component => new dapr.configurationstores.Kubernetes(chart, 'flags', { configMapName: 'flags' });

  test('is refused by its class for 1.17', () => {
    const chart = Testing.chart();
    dapr.DaprVersion.use(chart, dapr.DaprVersion.V1_17);
    expect(() => flags(chart)).toThrow(
      'configuration.kubernetes v1 is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: set another version with DaprVersion.use',
    );
  });

  test('is unknown to daprd 1.17', async () => {
    const manifest = flags(Testing.chart()).toJson();
    expect(complaints(manifest, '1.17')).toHaveLength(1);
    const [[older], [newer]] = [await verdicts([manifest], daprd()), await verdicts([manifest])];
    expect(older).toBe("couldn't find configuration store configuration.kubernetes/v1");
    expect([LOADED, NOT_REACHED]).not.toContain(newer);
    expect(newer).toMatch(/^failed to create Kubernetes client: /);
  });
});
