/** Reads a release of Dapr: what its code registers and decodes, and what its files declare. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { run } from '../process';
import { cached, go } from '../real/cache';
import { daprBuildFolder, daprModule } from '../real/dapr';
import { GO_ENVIRONMENT, goModule } from '../real/go-module';

/** A component type of a version as the release's code has it. */
export interface ReleasedComponent {
  readonly type: string;
  readonly version: string;
  /** Of bindings: the directions. */
  readonly is?: readonly string[];
  /** The keys of its struct; null where it tells none. */
  readonly fields: { readonly [key: string]: ReleasedField } | null;
  readonly features?: readonly string[];
  readonly problem?: string;
}

export interface ReleasedField {
  /** The Go type, which decides what text is taken. */
  readonly Type: string;
  readonly Ignored: boolean;
  readonly Deprecated: boolean;
  readonly Aliases: readonly string[] | null;
}

const PROGRAM = join(__dirname, 'release', 'main.go.txt');

/** What the code says; builds a program of the release with all its components once, which takes as long as a daprd. */
export function releasedComponents(version: string): ReleasedComponent[] {
  const command = go();
  if (command === undefined) {
    throw new Error('a release is read with Go, of which there is none: install Go 1.26 (https://go.dev/dl/)');
  }
  const edition = createHash('sha256').update(readFileSync(PROGRAM)).digest('hex').slice(0, 8);
  const file = cached(join('dapr', version, `components-${edition}.json`), (draft, work) => {
    daprBuildFolder(work, version);
    console.error(`builds a program of Dapr ${version} that tells its components, once; it takes some minutes`);
    mkdirSync(join(work, 'release'));
    copyFileSync(PROGRAM, join(work, 'release', 'main.go'));
    const flags = ['-tags', 'allcomponents', '-ldflags', '-s -w'];
    run(command, ['build', ...flags, '-o', join(work, 'tell'), './release'], { cwd: work, env: GO_ENVIRONMENT });
    writeFileSync(draft, run(join(work, 'tell'), []));
  });
  return JSON.parse(readFileSync(file, 'utf8')) as ReleasedComponent[];
}

/** A field as a component's metadata.yaml declares it. */
export interface DeclaredField {
  readonly required: boolean;
  readonly default?: string;
  readonly allowed?: readonly string[];
  readonly sensitive: boolean;
}

/** A component as its metadata.yaml declares it, by `type/version`. */
export interface DeclaredComponent {
  readonly status: string;
  readonly capabilities: readonly string[];
  readonly fields: { readonly [key: string]: DeclaredField };
}

type Open = any;

/** What the metadata.yaml files of the release's components-contrib say. */
export function declaredComponents(version: string): { [key: string]: DeclaredComponent } {
  const { Dir } = daprModule(version);
  const contrib = /github\.com\/dapr\/components-contrib v(\S+)/.exec(readFileSync(join(Dir, 'go.mod'), 'utf8'))![1];
  const module = goModule('github.com/dapr/components-contrib', contrib);
  return Object.fromEntries(
    filesNamed(module.Dir, 'metadata.yaml').flatMap((file) => {
      const read = load(readFileSync(file, 'utf8')) as Open;
      return [[`${read.type}.${read.name}/${read.version}`.toLowerCase(), declared(read)]];
    }),
  );
}

function declared(read: Open): DeclaredComponent {
  const profiles = [...(read.authenticationProfiles ?? []), ...(read.builtinAuthenticationProfiles ?? [])];
  const own = read.metadata ?? [];
  const fields = Object.fromEntries(
    [...profiles.flatMap((profile: Open) => (profile.metadata ?? []).map((field: Open) => ({ ...field, required: false }))), ...own].map(
      (field: Open) => [
        field.name,
        {
          required: field.required === true,
          default: plain(field.default),
          allowed: field.allowedValues?.map(String),
          sensitive: field.sensitive === true,
        },
      ],
    ),
  );
  return { status: read.status, capabilities: read.capabilities ?? [], fields };
}

/** The files spell a default with or without quotes of its own. */
function plain(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value).replace(/^"(.*)"$/, '$1') || undefined;
}

function filesNamed(folder: string, name: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The annotations that the injector of a release knows. */
export function releasedAnnotations(version: string): string[] {
  const source = readFileSync(join(daprModule(version).Dir, 'pkg/injector/annotations/annotations.go'), 'utf8');
  return [...source.matchAll(/^\tKey\w+\s*=\s*"([^"]+)"/gm)].map(([, name]) => name).sort();
}

/** The schemas of a release's custom resources, by kind and version. */
export function releasedShapes(version: string): { [kind: string]: { [version: string]: Open } } {
  const folder = join(daprModule(version).Dir, 'charts/dapr/crds');
  const definitions = readdirSync(folder).map((file) => load(readFileSync(join(folder, file), 'utf8')) as Open);
  return Object.fromEntries(
    definitions.map(({ spec }) => [
      spec.names.kind,
      Object.fromEntries(spec.versions.map(({ name, schema }: Open) => [name, schema.openAPIV3Schema])),
    ]),
  );
}

/** The values of a release's chart with their defaults, by their path. */
export function releasedValues(version: string): { [path: string]: unknown } {
  return chartValues(join(daprModule(version).Dir, 'charts/dapr'));
}

/** The values of Dapr's chart in a folder, and of the charts in it, with their defaults, by their path. */
export function chartValues(chart: string): { [path: string]: unknown } {
  const read = (file: string): Open => load(readFileSync(join(chart, file), 'utf8'));
  const charts = readdirSync(join(chart, 'charts'));
  return Object.fromEntries([
    ...leaves(read('values.yaml'), ''),
    ...charts.flatMap((name) => leaves(read(`charts/${name}/values.yaml`), `${name}.`)),
  ]);
}

/** A map without members is a leaf, and so is one of names that users choose. */
function leaves(node: Open, prefix: string): [string, unknown][] {
  return Object.entries(node ?? {}).flatMap(([name, value]: [string, Open]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && name !== 'k8sLabels'
      ? leaves(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value]],
  );
}
