import { ApiObject, App, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Code } from './codes';
import { article } from './names';
import { findingText } from './finding-text';
import type { Rendered, SynthFinding } from './rules-at-synth';
import { settingsFor } from './rule-settings';
import { TextCheck } from './text-check';

const CHECKS = Symbol.for('cdk8s-dapr.checks');
const EXACT = Symbol.for('cdk8s-dapr.exact');

type Root = IConstruct & { [CHECKS]?: Checks; [EXACT]?: true };

/** Adds, once for each app, the checks that single constructs cannot make: they see every object of the app, whoever made it. */
export function checkManifestsOf(construct: IConstruct): void {
  const root: Root = construct.node.root;
  if (root[CHECKS] !== undefined) {
    return;
  }
  const checks = new Checks(root);
  Object.defineProperty(root, CHECKS, { value: checks });
  root.node.addValidation({ validate: () => checks.begin() });
  const app = root as unknown as Partial<App>;
  checks.markPasses(app);
  if (!root[EXACT] && Array.isArray(app.resolvers)) {
    app.resolvers.push(new TextCheck());
  }
}

/** Marks an app whose writer gives every text back as it is. */
export function writesExactly(app: App): void {
  (app as App & Root)[EXACT] = true;
}

/** What the rules say now, also below their threshold. */
export function findingsNow(construct: IConstruct): readonly SynthFinding[] {
  return rulesAtSynth().findingsAtSynth(construct.node.root, rendered(construct.node.root));
}

/**
 * The validation of one app. cdk8s asks for it once for each chart and once more in a single synth; nothing changes in between, so that one
 * answer serves them all. Whoever renders a chart by itself, as tests do, may change it before the next time: then nothing is remembered.
 */
class Checks {
  private readonly reporting = new Set<Chart>();
  private problems = new Map<Chart, string[]>();
  private depth = 0;
  private fresh = false;
  private readonly kept: (() => void)[] = [];

  constructor(private readonly root: IConstruct) {}

  /** Called for the root, in front of everything else: finds out, and leaves each chart to report its own. */
  public begin(): string[] {
    if (!this.fresh) {
      this.problems = this.find();
      this.fresh = this.depth > 0;
    }
    for (const chart of this.problems.keys()) {
      if (!this.reporting.has(chart)) {
        this.reporting.add(chart);
        chart.node.addValidation({ validate: () => this.problems.get(chart) ?? [] });
      }
    }
    return [];
  }

  /** Has the app say when a synth begins and ends. */
  public markPasses(app: Partial<App>): void {
    for (const name of ['synth', 'synthYaml'] as const) {
      const write = app[name];
      if (typeof write === 'function') {
        // Where another language overrides the method, it cannot be replaced: then every chart is checked anew.
        Reflect.defineProperty(app, name, { value: () => this.pass(() => write.call(app)), configurable: true, writable: true });
      }
    }
  }

  private pass<T>(write: () => T): T {
    this.depth++;
    try {
      return write();
    } finally {
      this.depth--;
      if (this.depth === 0) {
        this.fresh = false;
        this.kept.splice(0).forEach((restore) => restore());
      }
    }
  }

  private find(): Map<Chart, string[]> {
    const objects = rendered(this.root);
    if (this.depth > 0) {
      this.kept.push(...objects.flatMap(keep));
    }
    const problems = new Map<Chart, string[]>();
    const add = ({ chart }: ApiObject, problem: string): void => void problems.set(chart, [...(problems.get(chart) ?? []), problem]);
    const twice = duplicates(this.root);
    twice.forEach((problem, object) => add(object, problem));
    rulesAtSynth()
      .errorsAtSynth(this.root, objects)
      // The rule says of Dapr's kinds what was said of all.
      .filter(({ rule, object }) => rule !== Code.DUPLICATE.valueOf() || !twice.has(object))
      .forEach((finding) => add(finding.object, findingText(finding)));
    return problems;
  }
}

function rulesAtSynth(): typeof import('./rules-at-synth') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would cost every program, also those that synthesize nothing
  return require('./rules-at-synth') as typeof import('./rules-at-synth');
}

function apiObjects(root: IConstruct): ApiObject[] {
  return root.node.findAll().filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
}

/** What does not render stops synth with a message of its own. */
function rendered(root: IConstruct): Rendered[] {
  return apiObjects(root).flatMap((object) => {
    try {
      return [{ object, json: object.toJson() as Rendered['json'] }];
    } catch {
      return [];
    }
  });
}

/** Until the end of the synth the object is what was checked, so that nothing is rendered twice. */
function keep({ object, json }: Rendered): (() => void)[] {
  const own = Object.getOwnPropertyDescriptor(object, 'toJson');
  if (!Reflect.defineProperty(object, 'toJson', { value: () => json, configurable: true, writable: true })) {
    return [];
  }
  return [() => (own === undefined ? Reflect.deleteProperty(object, 'toJson') : Reflect.defineProperty(object, 'toJson', own))];
}

/** A chart is applied as a whole: of two objects with one name, the second overwrites the first. */
function duplicates(root: IConstruct): Map<ApiObject, string> {
  const problems = new Map<ApiObject, string>();
  const seen = new Map<Chart, Map<string, ApiObject>>();
  for (const object of apiObjects(root)) {
    const inChart = seen.get(object.chart) ?? new Map<string, ApiObject>();
    seen.set(object.chart, inChart);
    const key = `${object.apiGroup}/${object.kind}/${object.metadata.namespace ?? ''}/${object.name}`;
    const first = inChart.get(key);
    if (first === undefined) {
      inChart.set(key, object);
    } else if (
      !settingsFor(object).some(
        ({ acknowledged, severities }) => acknowledged.has(Code.DUPLICATE) || severities.get(Code.DUPLICATE) === 'off',
      )
    ) {
      problems.set(
        object,
        `${Code.DUPLICATE} [${object.node.path}] ${article(object.kind)} ${object.kind} named '${object.name}' exists already at ${first.node.path}: the second overwrites the first in the cluster; give one of them another name`,
      );
    }
  }
  return problems;
}
