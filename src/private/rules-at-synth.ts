import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { RECOMMENDED } from '../rules';
import { check, RunnableRule } from '../rules/engine';
import { Model, modelOf } from '../rules/model/model';
import type { Finding as RuleFinding } from '../rules/report';
import { RuleSettings, severityFor, settingsAt, settingsFor } from './rule-settings';

/** An object of the app, and what it will be applied as. */
export interface Rendered {
  readonly object: ApiObject;
  readonly json: { readonly [field: string]: unknown };
}

/** A finding, and the object that it is about. */
export interface SynthFinding extends RuleFinding {
  readonly object: ApiObject;
  /** Why it is accepted, where it is. */
  readonly reason: string | undefined;
}

/** What the rules say of a whole app, in the order of its objects. */
export function findingsAtSynth(root: IConstruct, rendered: readonly Rendered[]): SynthFinding[] {
  return findingsOf(rulesFor(root, settingsBelow(root)), rendered);
}

/** The same of what stops a synth: rules that cannot are not run. */
export function errorsAtSynth(root: IConstruct, rendered: readonly Rendered[]): SynthFinding[] {
  const settings = settingsBelow(root);
  const canStop = ({ id, severity, gravest = severity }: RunnableRule): boolean =>
    gravest === 'error' || settings.some(([, one]) => severityFor([one], id) === 'error');
  const rules = new Map([...rulesFor(root, settings)].filter(([rule]) => canStop(rule)));
  return findingsOf(rules, rendered).filter(({ severity, reason }) => severity === 'error' && reason === undefined);
}

function findingsOf(rules: Map<RunnableRule, IConstruct[]>, rendered: readonly Rendered[]): SynthFinding[] {
  const scopes = scopesById(rules);
  return groups(rendered).flatMap(({ members, version, complete }) => {
    const model = modelFor(rendered, version, complete);
    const { findings, acknowledged } = check(model, { rules: [...rules.keys()], acknowledged: acknowledgedAbove });
    return [...findings.map((finding) => ({ finding, reason: undefined })), ...acknowledged].flatMap(({ finding, reason }) => {
      const object = finding.manifest.origin as ApiObject;
      const severity = severityFor(settingsFor(object), finding.rule) ?? finding.severity;
      const applies = members.has(object) && isBelow(object, scopes.get(finding.rule));
      return applies && severity !== 'off' ? [{ ...finding, severity, object, reason }] : [];
    });
  });
}

/** The recommended rules, and those of the packs with the scopes that use them; a rule that is off everywhere is not run. */
function rulesFor(root: IConstruct, settings: readonly [IConstruct, RuleSettings][]): Map<RunnableRule, IConstruct[]> {
  const rules = new Map<RunnableRule, IConstruct[]>(RECOMMENDED.map((rule) => [rule, [root]]));
  const byPack = new Map<object, RunnableRule[]>();
  for (const [scope, { packs }] of settings) {
    for (const pack of packs) {
      const own = byPack.get(pack) ?? pack._rules();
      byPack.set(pack, own);
      own.forEach((rule) => rules.set(rule, [...(rules.get(rule) ?? []), scope]));
    }
  }
  const atRoot = settingsFor(root);
  return new Map([...rules].filter(([{ id }]) => severityFor(atRoot, id) !== 'off'));
}

/** The constructs that have settings of their own, with these. */
function settingsBelow(root: IConstruct): [IConstruct, RuleSettings][] {
  return root.node.findAll().flatMap((scope): [IConstruct, RuleSettings][] => {
    const settings = settingsAt(scope);
    return settings === undefined ? [] : [[scope, settings]];
  });
}

function scopesById(rules: Map<RunnableRule, IConstruct[]>): Map<string, IConstruct[]> {
  const byId = new Map<string, IConstruct[]>();
  rules.forEach((scopes, { id }) => byId.set(id, [...(byId.get(id) ?? []), ...scopes]));
  return byId;
}

/** A finding of the engine's own belongs to no rule, and applies everywhere. */
function isBelow(object: ApiObject, scopes: IConstruct[] | undefined): boolean {
  return scopes === undefined || object.node.scopes.some((scope) => scopes.includes(scope));
}

interface Group {
  readonly version: DaprVersion;
  readonly complete: boolean;
  readonly members: Set<ApiObject>;
}

/** Objects for one Dapr are held against what that Dapr does, though they see all others. Most apps are one group. */
function groups(rendered: readonly Rendered[]): Group[] {
  const found = new Map<string, Group>();
  for (const { object } of rendered) {
    const version = DaprVersion.of(object);
    const complete = settingsFor(object).some((settings) => settings.complete);
    const key = `${version} ${complete}`;
    const group = found.get(key) ?? { version, complete, members: new Set() };
    found.set(key, group);
    group.members.add(object);
  }
  return [...found.values()];
}

function modelFor(rendered: readonly Rendered[], daprVersion: DaprVersion, complete: boolean): Model {
  const objects = rendered.map(({ object, json }) => ({ body: json, source: object.chart.node.path, origin: object }));
  return modelOf(objects, { daprVersion, complete, target: 'kubernetes' });
}

function acknowledgedAbove({ rule, manifest }: RuleFinding): string | undefined {
  return settingsFor(manifest.origin as ApiObject)
    .map(({ acknowledged }) => acknowledged.get(rule))
    .find((reason) => reason !== undefined);
}
