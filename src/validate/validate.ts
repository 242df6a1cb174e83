import type { DaprVersion } from '../dapr-version';
import { check, RunnableRule } from '../rules/engine';
import type { Manifest } from '../rules/model/manifest';
import { Model, modelOf } from '../rules/model/model';
import { pathText } from '../rules/read';
import type { Finding } from '../rules/report';
import type { Severity, Target } from '../rules/rule';
import { fingerprints } from './baseline';
import { Acknowledgement, reasonFor } from './config';
import { docsOf } from './docs';
import type { Input, InputProblem } from './input';
import { Locator } from './locator';
import { Place, readSource } from './read-source';
import type { AcknowledgedFinding, LocatedFinding, Result } from './result';
import { Source } from './source';

export interface ValidateOptions {
  readonly rules: readonly RunnableRule[];
  readonly daprVersion?: DaprVersion;
  readonly target?: Target;
  readonly complete?: boolean;
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  readonly acknowledge?: readonly Acknowledgement[];
  /** The fingerprints of findings that are known. */
  readonly baseline?: ReadonlySet<string>;
}

/** Kinds of Kubernetes that rules look at, beside what makes pods. */
const LOOKED_AT = new Set(['Secret', 'Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Namespace', 'ServiceAccount']);

/** Holds inputs against rules. Takes texts and gives findings with their places; touches nothing. */
export function validate(inputs: Iterable<Input>, options: ValidateOptions): Result {
  const read = readAll(inputs);
  const model = modelOf(
    read.objects.map(({ body, place }) => ({ body, source: place.source.name, group: folderOf(place.source.name), origin: place })),
    options,
  );
  const { findings, acknowledged } = check(model, { rules: options.rules, severities: options.severities });
  const locator = new Locator();
  const order = new Map(read.names.map((name, i) => [name, i]));
  const inOrder = (a: LocatedFinding, b: LocatedFinding): number =>
    (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.start - b.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

  const located = [
    ...read.problems.flatMap((problem) => withSeverity(problem, options)),
    ...findings.map((found) => locate(found, locator)),
  ];
  const accepted: AcknowledgedFinding[] = acknowledged.map(({ finding, reason }) => ({ ...locate(finding, locator), reason }));
  const open: LocatedFinding[] = [];
  for (const finding of located) {
    const reason = reasonFor(finding, options.acknowledge ?? []);
    if (reason === undefined) {
      open.push(finding);
    } else {
      accepted.push({ ...finding, reason });
    }
  }
  const { baseline } = options;
  const prints = baseline === undefined ? new Map<LocatedFinding, string>() : fingerprints(open);
  const isKnown = (finding: LocatedFinding): boolean => baseline?.has(prints.get(finding) ?? '') === true;
  const left = open.filter((finding) => !isKnown(finding)).sort(inOrder);
  const { checked, skipped } = countKinds(model);
  const count = (severity: Severity): number => left.filter((finding) => finding.severity === severity).length;
  return {
    findings: left,
    acknowledged: accepted.sort(inOrder),
    known: open.filter(isKnown).sort(inOrder),
    summary: {
      files: read.names.length,
      documents: read.documents,
      checked,
      skipped: read.skipped + [...skipped.values()].reduce((sum, n) => sum + n, 0),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      acknowledged: accepted.length,
      known: open.length - left.length,
    },
    skipped: [...skipped].map(([what, n]) => ({ what, count: n })).sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1)),
  };
}

interface ReadInputs {
  readonly names: string[];
  readonly objects: { readonly body: Manifest['body']; readonly place: Place }[];
  readonly problems: LocatedFinding[];
  documents: number;
  skipped: number;
}

function readAll(inputs: Iterable<Input>): ReadInputs {
  const all: ReadInputs = { names: [], objects: [], problems: [], documents: 0, skipped: 0 };
  for (const input of inputs) {
    all.names.push(input.name);
    if ('problem' in input) {
      const { rule, message, line = 1, column = 1 } = input.problem;
      const problem = locateProblem({ rule, severity: rule.severity, message, start: 0, end: 0 }, input.name);
      all.problems.push({ ...problem, line, column });
      continue;
    }
    const source = new Source(input.name, input.text);
    const read = readSource(source, input.role);
    read.objects.forEach((object) => all.objects.push(object));
    all.problems.push(...read.problems.map((problem) => locateProblem(problem, input.name, source)));
    all.documents += read.documents;
    all.skipped += read.skipped;
  }
  return all;
}

function locateProblem({ rule, severity, message, start, end, document }: InputProblem, file: string, source?: Source): LocatedFinding {
  return {
    rule: rule.id,
    severity,
    message,
    fix: rule.fix,
    file,
    ...(source?.positionOf(start) ?? { line: 1, column: 1 }),
    kind: '',
    name: '',
    namespace: '',
    path: '',
    docs: docsOf(rule.id),
    source,
    start,
    end,
    document,
  };
}

/** Manifests of one folder run in one place: what stands beside them tells where. */
function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}

/** The engine does this for its own findings. */
function withSeverity(finding: LocatedFinding, { severities }: ValidateOptions): LocatedFinding[] {
  const changed = severities?.get(finding.rule);
  return changed === 'off' ? [] : [changed === undefined ? finding : { ...finding, severity: changed }];
}

function locate({ rule, severity, message, fix, manifest, path }: Finding, locator: Locator): LocatedFinding {
  const { source, document, path: within } = manifest.origin as Place;
  const { start, end } = locator.locate(document, [...within, ...path], message);
  return {
    rule,
    severity,
    message,
    fix,
    file: source.name,
    ...source.positionOf(start),
    kind: manifest.kind,
    name: manifest.name,
    namespace: manifest.namespace ?? '',
    path: pathText(path),
    docs: docsOf(rule),
    source,
    start,
    end,
    document,
  };
}

function countKinds({ manifests, workloads, multiAppRuns }: Model): { checked: number; skipped: Map<string, number> } {
  const looked = new Set<Manifest>([...workloads.map(({ manifest }) => manifest), ...multiAppRuns]);
  const skipped = new Map<string, number>();
  for (const manifest of manifests) {
    if (
      !looked.has(manifest) &&
      !LOOKED_AT.has(manifest.kind) &&
      manifest.daprKind === undefined &&
      !/^dapr\.io\//.test(manifest.apiVersion)
    ) {
      skipped.set(manifest.kind, (skipped.get(manifest.kind) ?? 0) + 1);
    }
  }
  return { checked: manifests.length - [...skipped.values()].reduce((sum, n) => sum + n, 0), skipped };
}
