import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cdk8s from 'cdk8s';
import * as dapr from '../../src';

let outdir: string;
beforeEach(() => (outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'))));
afterEach(() => rmSync(outdir, { recursive: true }));

const APPS: [string, () => cdk8s.App][] = [
  ['cdk8s.App', () => new cdk8s.App({ outdir })],
  ['dapr.App', () => new dapr.App({ outdir })],
];

/** A Component that another library wrote, for an apiVersion that does not exist. */
function wrongComponent(scope: cdk8s.Chart, name = 'wrong'): cdk8s.ApiObject {
  return new cdk8s.ApiObject(scope, name, {
    apiVersion: 'dapr.io/v1',
    kind: 'Component',
    metadata: { name },
    spec: { type: 'state.in-memory', version: 'v1', metadata: [] },
  } as cdk8s.ApiObjectProps);
}

function store(scope: cdk8s.Chart, name = 'store'): dapr.state.InMemory {
  return new dapr.state.InMemory(scope, name);
}

const WRONG =
  "DAPR022 [shop/wrong] apiVersion: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'; write apiVersion: dapr.io/v1alpha1";

/** Reports every object of a kind, and counts how often it was asked. */
class Counting extends dapr.CustomRule {
  public calls = 0;

  constructor(
    id = 'ACME001',
    private readonly kind = 'Component',
    severity = dapr.Severity.INFO,
  ) {
    super({ id, title: 'A component', why: 'It is counted.', fix: 'Take it away.', severity });
  }

  public check(context: dapr.RuleContext): void {
    this.calls++;
    context.ofKind(this.kind).forEach((manifest) => context.report(manifest, 'metadata.name', `there is ${manifest.metadata.name}`));
  }
}

describe.each(APPS)('in a %s', (_, makeApp) => {
  test('an error stops synth, with the construct, the field and what to do, also of objects that others made', () => {
    const app = makeApp();
    const chart = new cdk8s.Chart(app, 'shop');
    store(chart);
    wrongComponent(chart);
    wrongComponent(new cdk8s.Chart(app, 'other'), 'another');
    const message = `Validation failed with the following errors:
  [shop] ${WRONG}
  [other] DAPR022 [other/another] apiVersion: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'; write apiVersion: dapr.io/v1alpha1`;
    expect(() => app.synth()).toThrow(new Error(message));
    expect(() => app.synthYaml()).toThrow(new Error(message));
    expect(() => cdk8s.Testing.synth(chart)).toThrow(new Error(message));
  });

  test('objects of Include are seen', () => {
    const app = makeApp();
    const chart = new cdk8s.Chart(app, 'shop');
    const url = join(outdir, 'in.yaml');
    cdk8s.Yaml.save(url, [{ apiVersion: 'dapr.io/v1', kind: 'Component', metadata: { name: 'wrong' }, spec: {} }]);
    store(chart);
    new cdk8s.Include(chart, 'include', { url });
    expect(() => app.synth()).toThrow(
      "[shop/include/wrong-component] apiVersion: a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'",
    );
  });

  test('the rules are asked once for a synth, however many charts there are', () => {
    const app = makeApp();
    const rule = new Counting('ACME001', 'Nothing', dapr.Severity.ERROR);
    const advice = new Counting('ACME002');
    dapr.Rules.of(app).use(new dapr.RulePack('team', { rules: [rule, advice] }));
    const charts = ['a', 'b', 'c'].map((id) => new cdk8s.Chart(app, id));
    charts.forEach((chart) => store(chart));
    app.synth();
    expect(rule.calls).toBe(1);
    app.synthYaml();
    expect(rule.calls).toBe(2);
    // What cannot stop a synth is only asked where somebody asks for it.
    expect(advice.calls).toBe(0);
    expect(
      dapr.Rules.of(app)
        .findings()
        .some(({ rule: id }) => id === 'ACME002'),
    ).toBe(true);
    expect(advice.calls).toBe(1);
  });

  test('each object is rendered once in a synth, and anew in the next', () => {
    const app = makeApp();
    const chart = new cdk8s.Chart(app, 'shop');
    store(chart);
    let renderings = 0;
    const data = cdk8s.Lazy.any({ produce: () => ({ renderings: String(++renderings) }) });
    new cdk8s.ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data } as cdk8s.ApiObjectProps);
    expect(app.synthYaml()).toContain('renderings: "1"');
    expect(app.synthYaml()).toContain('renderings: "2"');
    app.synth();
    expect(renderings).toBe(3);
  });

  test('what was changed between two syntheses of a chart is seen', () => {
    const app = makeApp();
    const chart = new cdk8s.Chart(app, 'shop');
    store(chart);
    const wrong = wrongComponent(chart);
    expect(() => cdk8s.Testing.synth(chart)).toThrow(WRONG);
    wrong.addJsonPatch(cdk8s.JsonPatch.replace('/apiVersion', 'dapr.io/v1alpha1'));
    expect(cdk8s.Testing.synth(chart)).toHaveLength(2);
    wrong.addJsonPatch(cdk8s.JsonPatch.replace('/apiVersion', 'dapr.io/v1'));
    expect(() => app.synth()).toThrow(WRONG);
    wrong.addJsonPatch(cdk8s.JsonPatch.replace('/apiVersion', 'dapr.io/v1alpha1'));
    app.synth();
  });

  test('an object that cannot be rendered stops synth with its own message', () => {
    const app = makeApp();
    const chart = new cdk8s.Chart(app, 'shop');
    store(chart);
    const spec = cdk8s.Lazy.any({
      produce: () => {
        throw new Error('not yet');
      },
    });
    new cdk8s.ApiObject(chart, 'broken', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'broken' },
      spec,
    } as cdk8s.ApiObjectProps);
    expect(() => app.synth()).toThrow("Failed serializing construct at path 'shop/broken' with name 'broken': Error: not yet");
    expect(dapr.Rules.of(app).findings()).toEqual([]);
  });

  test('warnings and advice do not stop synth, and are printed nowhere', () => {
    const printed = ['log', 'warn', 'error', 'info'].map((name) => jest.spyOn(console, name as 'log').mockImplementation());
    const app = makeApp();
    store(new cdk8s.Chart(app, 'shop', { namespace: 'orders' }));
    dapr.Rules.of(app).use(new dapr.RulePack('team', { rules: [new Counting()] }));
    app.synth();
    printed.forEach((spy) => {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    });
    expect(dapr.Rules.of(app).findings()).toEqual([
      {
        rule: 'ACME001',
        severity: 'info',
        message: 'there is store',
        fix: 'Take it away.',
        constructPath: 'shop/store',
        kind: 'Component',
        name: 'store',
        namespace: 'orders',
        path: 'metadata.name',
      },
    ]);
  });
});

test('a dapr.App without any construct of ours is checked, and so is whatever asks for rules', () => {
  const [ours, theirs, left] = [new dapr.App(), new cdk8s.App(), new cdk8s.App()].map((app) => {
    wrongComponent(new cdk8s.Chart(app, 'shop'));
    return app;
  });
  dapr.Rules.of(theirs);
  expect(() => ours.synthYaml()).toThrow(WRONG);
  expect(() => theirs.synthYaml()).toThrow(WRONG);
  expect(left.synthYaml()).toContain('dapr.io/v1');
});

test('a chart that is no part of an app is checked when it is rendered', () => {
  const chart = cdk8s.Testing.chart();
  store(chart);
  wrongComponent(chart);
  expect(() => cdk8s.Testing.synth(chart)).toThrow('DAPR022 [test/wrong]');
});

describe('Rules.of', () => {
  let app: cdk8s.App;
  let chart: cdk8s.Chart;
  beforeEach(() => {
    app = new cdk8s.App({ outdir });
    chart = new cdk8s.Chart(app, 'shop');
  });

  test('acknowledges a finding below a scope, lists it with its reason, and lets synth go on', () => {
    store(chart);
    const wrong = wrongComponent(chart);
    dapr.Rules.of(wrong).acknowledge('DAPR022', 'a controller of our own mends it');
    app.synth();
    expect(dapr.Rules.of(app).findings()).toEqual([]);
    expect(dapr.Rules.of(chart).acknowledged()).toEqual([
      expect.objectContaining({ rule: 'DAPR022', constructPath: 'shop/wrong', reason: 'a controller of our own mends it' }),
    ]);
    wrongComponent(chart, 'second');
    expect(() => app.synth()).toThrow('[shop/second]');
  });

  test('takes an annotation of the object for an acknowledgement, too', () => {
    store(chart);
    wrongComponent(chart).metadata.addAnnotation('cdk8s-dapr/acknowledge.DAPR022', 'known');
    expect(
      dapr.Rules.of(app)
        .acknowledged()
        .map(({ reason }) => reason),
    ).toEqual(['known']);
    app.synth();
  });

  test('lowers and raises: what stands nearest to the object wins', () => {
    const wrong = wrongComponent(chart);
    dapr.Rules.of(app).severity('DAPR022', dapr.Severity.WARNING);
    app.synth();
    expect(dapr.Rules.of(app).findings()).toEqual([expect.objectContaining({ severity: 'warning' })]);
    dapr.Rules.of(wrong).severity('DAPR022', dapr.Severity.ERROR);
    expect(() => app.synth()).toThrow(WRONG);
    dapr.Rules.of(wrong).off('DAPR022', 'it is a test');
    expect(dapr.Rules.of(app).findings()).toEqual([]);
    app.synth();
  });

  test('a rule that is off for the whole app is not run', () => {
    const rule = new Counting();
    dapr.Rules.of(app)
      .use(new dapr.RulePack('team', { rules: [rule] }))
      .off('ACME001', 'too slow');
    store(chart);
    app.synth();
    expect(rule.calls).toBe(0);
  });

  test('a pack applies below the scope that uses it', () => {
    const other = new cdk8s.Chart(app, 'other');
    store(chart);
    store(other);
    dapr.Rules.of(other).use(new dapr.RulePack('team', { rules: [new Counting()] }));
    expect(
      dapr.Rules.of(app)
        .findings()
        .map(({ constructPath }) => constructPath),
    ).toEqual(['other/store']);
    expect(dapr.Rules.of(chart).findings()).toEqual([]);
  });

  test('a pack sets weights, turns rules off, and builds on others', () => {
    const base = new dapr.RulePack('base', {
      rules: [new Counting(), new Counting('ACME002')],
      severities: { ACME001: dapr.Severity.WARNING },
    });
    const pack = new dapr.RulePack('team', {
      packs: [base],
      severities: { ACME001: dapr.Severity.ERROR },
      off: { ACME002: 'counted once' },
    });
    dapr.Rules.of(app).use(pack).use(pack);
    store(chart);
    expect(() => app.synth()).toThrow(
      new Error('Validation failed with the following errors:\n  [shop] ACME001 [shop/store] metadata.name: there is store; take it away'),
    );
    expect(dapr.Rules.of(app).findings()).toHaveLength(1);
  });

  test('a rule of your own that throws is a finding', () => {
    class Broken extends Counting {
      public override check(): void {
        throw new Error('no idea');
      }
    }
    dapr.Rules.of(app).use(new dapr.RulePack('team', { rules: [new Broken()] }));
    store(chart);
    expect(dapr.Rules.of(app).findings()).toEqual([
      expect.objectContaining({ rule: 'DAPR290', message: 'rule ACME001 could not be checked: no idea' }),
    ]);
  });

  test('a rule of your own reports by a copy, as other languages give it', () => {
    class Copying extends Counting {
      public override check(context: dapr.RuleContext): void {
        expect(context.complete).toBe(false);
        expect(context.daprVersion).toBe(dapr.DaprVersion.V1_18);
        context.manifests.forEach((manifest) => context.report(structuredClone(manifest), 'metadata.labels["a.b/c"].d[0]', 'copied'));
        context.report({ kind: 'Component', metadata: { name: 'nobody' } }, '', 'not here');
      }
    }
    dapr.Rules.of(app).use(new dapr.RulePack('team', { rules: [new Copying()] }));
    store(chart);
    expect(
      dapr.Rules.of(app)
        .findings()
        .map(({ path, message }) => [path, message]),
    ).toEqual([
      [
        '',
        'rule ACME001 could not be checked: rule ACME001 reported on something that is none of the manifests: report on one that the context gave',
      ],
      ['metadata.labels["a.b/c"].d[0]', 'copied'],
    ]);
  });

  test('objects for another Dapr are held against what that one does, and see all others', () => {
    const seen: string[] = [];
    class Versions extends Counting {
      public override check(context: dapr.RuleContext): void {
        seen.push(`${context.daprVersion} ${context.manifests.length} ${context.complete}`);
        super.check(context);
      }
    }
    const old = new cdk8s.Chart(app, 'old');
    dapr.DaprVersion.use(old, dapr.DaprVersion.V1_17);
    dapr.Rules.of(old).complete();
    store(chart);
    store(old);
    dapr.Rules.of(app).use(new dapr.RulePack('team', { rules: [new Versions()] }));
    expect(
      dapr.Rules.of(app)
        .findings()
        .map(({ constructPath }) => constructPath),
    ).toEqual(['shop/store', 'old/store']);
    expect(seen).toEqual(['1.18 2 false', '1.17 2 true']);
  });

  test.each<[string, (rules: dapr.Rules) => unknown, string]>([
    ['an unknown rule', (rules) => rules.acknowledge('DAPRO22', 'x'), "there is no rule 'DAPRO22'; did you mean 'DAPR022'?"],
    [
      'a code of constructs',
      (rules) => rules.off('DAPR018', 'x'),
      'DAPR018 is found when a construct is made, and nothing is made then: mend it, it cannot be acknowledged or turned off',
    ],
    ['no reason', (rules) => rules.acknowledge('DAPR022', ' '), 'acknowledging DAPR022 needs a reason: say why, for whoever reads it next'],
    [
      'no reason to turn off',
      (rules) => rules.off('DAPR022', ''),
      'turning DAPR022 off needs a reason: say why, for whoever reads it next',
    ],
    [
      'an unknown severity',
      (rules) => rules.severity('DAPR022', 'fatal' as dapr.Severity),
      "the severity of DAPR022 must be one of error, warning, info: got 'fatal'; to turn a rule off, call off()",
    ],
    [
      'a pack that speaks of an unknown rule',
      (rules) => rules.use(new dapr.RulePack('p', { off: { DAPR0222: 'x' } })),
      "there is no rule 'DAPR0222'; did you mean 'DAPR022'?",
    ],
    [
      'a pack that turns off without a reason',
      () => new dapr.RulePack('p', { off: { DAPR022: '' } }),
      "the rule pack 'p' turns DAPR022 off without a reason: say why",
    ],
    [
      'a pack with an id twice',
      () => new dapr.RulePack('p', { rules: [new Counting(), new Counting()] }),
      "the rule pack 'p' has two rules with the id ACME001: give one of them another",
    ],
    [
      "a rule with one of this library's ids",
      () => new Counting('DAPR500'),
      "a rule of your own needs an id of capital letters and digits that does not begin with DAPR, e.g. 'ACME001': got 'DAPR500'",
    ],
    ['no construct', () => dapr.Rules.of(null as never), 'Rules.of needs an app, a chart or another construct: got null'],
  ])('refuses %s', (_, act, message) => {
    expect(() => act(dapr.Rules.of(app))).toThrow(expect.objectContaining({ name: 'DaprError', message }));
  });
});
