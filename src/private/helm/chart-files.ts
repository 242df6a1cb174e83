import type { HelmChartProps } from '../../helm/helm-chart-props';
import { Code } from '../codes';
import { goDuration, isDuration } from '../go-duration';
import { mistake } from '../problems';
import { isSize, quantity } from '../quantity';
import { checkEnvironment, checkObjects, checkSecrets } from './chart-checks';
import { connectionTests, labelled } from './chart-objects';
import { chartReadme, notes } from './chart-texts';
import { chartYaml } from './chart-yaml';
import { Definition } from './definition';
import { Derived } from './derive';
import { Json, JsonObject } from './json';
import { bare, Switches } from './switches';
import { Template } from './template';
import { defaultsOf, Tree, valuesIn } from './tree';
import { environmentYaml, valuesSchema, valuesYaml } from './values-file';

/** All files of a chart, by their path in its folder. */
export function chartFiles(props: HelmChartProps, derived: Derived, secrets: ReadonlySet<string>): Map<string, string> {
  const switches = new Switches(`chart ${props.name}`);
  let objects: ReadonlyMap<string, Tree> = derived.objects;
  throwAll([...checkObjects(objects), ...checkSecrets(derived.definitions, secrets)]);
  objects = props.existingSecrets === true ? switches.existingSecrets(objects) : objects;
  objects = props.workloadValues === true ? switches.pods(objects) : objects;
  if (props.standardLabels === true) {
    objects = new Map([...objects].map(([place, tree]) => [place, labelled(tree, props.name, props.version, derived.limits)]));
  }
  const image: Definition = {
    path: 'connectionTest.image',
    kind: 'string',
    default: props.connectionTestImage ?? 'busybox:1.37',
    description: 'The image that helm test connects to Services with; it needs nc',
    place: 'the options of the chart',
  };
  const tests = props.connectionTests === false ? new Map<string, Tree>() : connectionTests(objects, image);
  const added = [...switches.definitions.values(), ...(tests.size > 0 ? [image] : [])];
  const definitions = together(props.name, derived.definitions, added);
  const environments = (props.environments ?? []).map(({ name, values }) => ({ name, values: plainValues(values) }));
  throwAll([
    ...unused(derived, objects),
    ...environments.flatMap((environment) => checkEnvironment(environment, definitions, derived.limits)),
  ]);

  const template = new Template(props.name);
  const templates = named(objects).map(([name, tree]): [string, string] => [`templates/${name}`, template.text(tree)]);
  const needsHelpers = templates.some(([, text]) => text.includes(`include "${props.name}.milliseconds"`));
  const values = [...definitions.values()];
  return new Map([
    ['.helmignore', IGNORED],
    ['Chart.yaml', chartYaml(props)],
    ['README.md', chartReadme(props, values)],
    ...(needsHelpers ? [['templates/_helpers.tpl', helpers(props.name)] as [string, string]] : []),
    ['templates/NOTES.txt', notes(props, objects, tests.size > 0)],
    ...templates,
    ...named(tests).map(([name, tree]): [string, string] => [`templates/tests/${name}`, template.text(tree)]),
    ...environments.map((environment): [string, string] => [
      `values-${environment.name}.yaml`,
      environmentYaml(environment.values, `What differs from values.yaml in the environment ${environment.name}.`),
    ]),
    ['values.schema.json', valuesSchema(values, derived.limits)],
    ['values.yaml', valuesYaml(values)],
  ]);
}

/** Durations and sizes as values.yaml spells them. */
function plainValues(values: { readonly [path: string]: unknown }): JsonObject {
  const spelled = (value: unknown): unknown => (isDuration(value) ? goDuration(value) : isSize(value) ? quantity(value) : value);
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, spelled(value) as Json]));
}

function throwAll(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw mistake([...new Set(problems)].join('\n'));
  }
}

function together(chart: string, own: ReadonlyMap<string, Definition>, added: readonly Definition[]): Map<string, Definition> {
  const all = new Map(own);
  for (const definition of added) {
    const taken = [...own.keys()].find(
      (path) => path === definition.path || path.startsWith(`${definition.path}.`) || definition.path.startsWith(`${path}.`),
    );
    if (taken !== undefined) {
      throw mistake(
        `${Code.CONFLICT} [chart ${chart}] the options of the chart add the value '${definition.path}', and the program has '${taken}' (${own.get(taken)!.place}): give the program's value another path, or leave the option out`,
      );
    }
    all.set(definition.path, definition);
  }
  return all;
}

/** A value that changes nothing is a promise that the chart does not keep. */
function unused({ definitions }: Derived, objects: ReadonlyMap<string, Tree>): string[] {
  const used = new Set([...objects.values()].flatMap((tree) => [...valuesIn(tree)]).map(({ path }) => path));
  return [...definitions.values()]
    .filter(({ path }) => !used.has(path) && !path.startsWith('Release.'))
    .map(
      ({ path, place }) => `${Code.CONFLICT} [values ${path} at ${place}] the value changes nothing in any object: use it, or leave it out`,
    );
}

/** A name for the file of each object, of its kind and name; stable, and unique also where letters have no case. */
function named(objects: ReadonlyMap<string, Tree>): [string, Tree][] {
  const taken = new Set<string>();
  return [...objects.values()].map((tree): [string, Tree] => {
    const object = bare(tree);
    const name = defaultsOf((object?.metadata as { [key: string]: Tree } | undefined)?.name);
    const base = `${String(object?.kind)}-${String(name)}`.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
    let file = `${base}.yaml`;
    for (let i = 2; taken.has(file); i++) {
      file = `${base}-${i}.yaml`;
    }
    taken.add(file);
    return [file, tree];
  });
}

const IGNORED = ['.DS_Store', '.git/', '.gitignore', '*.swp', '*.bak', '*.tmp', '*.orig', '*~', '.idea/', '.vscode/', '*.tgz', ''].join(
  '\n',
);

/** Reads a duration such as 1m30s. */
function helpers(chart: string): string {
  return `{{/* Milliseconds of a duration such as 1m30s. */}}
{{- define "${chart}.milliseconds" -}}
{{- $sum := 0 -}}
{{- range regexFindAll "[0-9]+(ms|h|m|s)" . -1 -}}
{{- $count := regexFind "[0-9]+" . | int64 -}}
{{- $unit := get (dict "h" 3600000 "m" 60000 "s" 1000 "ms" 1) (regexFind "[a-z]+" .) -}}
{{- $sum = add $sum (mul $count $unit) -}}
{{- end -}}
{{- $sum -}}
{{- end -}}
`;
}
