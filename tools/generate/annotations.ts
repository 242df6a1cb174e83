import { load } from 'js-yaml';

/** One annotation as the catalog describes it; its keys are explained at the head of `catalog/annotations.yaml`. */
interface Entry {
  readonly option?: string;
  readonly is?: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly enum?: string;
  readonly enumSays?: string;
  readonly values?: { readonly [value: string]: string };
  readonly pattern?: string;
  readonly expected?: string;
  readonly default?: string;
  readonly since?: string;
  readonly needs?: string;
  readonly empty?: string;
  readonly says?: string;
  readonly more?: string;
  readonly because?: string;
  readonly instead?: string;
  readonly wire?: string;
}

type Offered = Entry & {
  readonly annotation: string;
  readonly option: string;
  readonly is: string;
  readonly default: string;
  readonly says: string;
};

/** What each kind is in TypeScript, in the table of fields, and which further facts it takes. */
const KINDS: { readonly [is: string]: { readonly type: string; readonly field: string; readonly facts: readonly string[] } } = {
  text: { type: 'string', field: 'text', facts: ['pattern', 'expected'] },
  integer: { type: 'number', field: 'integer', facts: ['min', 'max'] },
  boolean: { type: 'boolean', field: 'boolean', facts: [] },
  duration: { type: 'Duration', field: 'duration', facts: ['min', 'max', 'unit'] },
  size: { type: 'Size', field: 'size', facts: [] },
  enum: { type: '', field: 'enum', facts: ['enum', 'enumSays', 'values'] },
  enums: { type: '', field: 'texts', facts: ['enum', 'enumSays', 'values'] },
  texts: { type: 'string[]', field: 'texts', facts: ['empty'] },
  'texts by name': { type: '{ [name: string]: string }', field: 'texts by name', facts: [] },
  cpu: { type: 'string', field: 'text', facts: [] },
  configuration: { type: 'IConfiguration', field: 'any', facts: [] },
};
const ALWAYS = ['option', 'is', 'default', 'since', 'needs', 'says', 'more'];
const NOT_OFFERED = ['because', 'instead', 'wire'];

/** The oldest version that DaprVersion offers: what it reads, every version does. */
const OLDEST = '1.15';
const MILLISECONDS: { readonly [unit: string]: number } = { s: 1000, ms: 1 };
const SEE = 'https://docs.dapr.io/reference/arguments-annotations-overview/';

/** A quantity of Kubernetes: what the injector parses, and without which it drops all resources of the sidecar. */
const HEADER = '// Generated from catalog/annotations.yaml by `npm run generate`; do not edit.';

const QUANTITY = String.raw`^(\d+(\.\d*)?|\.\d+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$`;

/**
 * Writes the module of the sidecar's options.
 *
 * @param yaml the text of `catalog/annotations.yaml`
 */
export function sidecarOptions(yaml: string): string {
  const offered = offeredIn(load(yaml) as { [annotation: string]: Entry });
  return [
    HEADER,
    `import { Duration, Size } from 'cdk8s';`,
    `import { IConfiguration } from '../configuration-reference';`,
    '',
    ...offered.filter((entry) => entry.enum !== undefined).map(enumeration),
    `/**
 * What the sidecar of an application shall be like: every annotation that Dapr reads from a pod, in the unit that it has.
 *
 * What is left out is as Dapr has it by default.
 *
 * @see ${SEE}
 */
export interface SidecarOptions {
${offered.map(property).join('\n\n')}
}
`,
  ].join('\n');
}

/**
 * Writes the module of the tables by which options become annotations.
 *
 * @param yaml the text of `catalog/annotations.yaml`
 */
export function sidecarTables(yaml: string): string {
  const offered = offeredIn(load(yaml) as { [annotation: string]: Entry });
  return [
    HEADER,
    `import { Fields } from '../private/fields';`,
    '',
    `/** How each option becomes its annotation. */
export const SIDECAR_FIELDS: Fields = {
${offered.map(field).join('\n')}
};
`,
    `/** The options that Dapr drops unless another one is on. */
export const SIDECAR_NEEDS: { readonly [option: string]: string } = {
${offered.flatMap((entry) => (entry.needs === undefined ? [] : [`  ${entry.option}: ${quote(entry.needs)},`])).join('\n')}
};
`,
    `/** The options that mean something when their list is empty. */
export const SIDECAR_EMPTY_LISTS: readonly string[] = [${offered
      .filter((entry) => entry.empty !== undefined)
      .map((entry) => quote(entry.option))
      .join(', ')}];
`,
  ].join('\n');
}

/**
 * Writes the module of what the injector and daprd take each annotation for.
 *
 * @param yaml the text of `catalog/annotations.yaml`
 */
export function annotationFacts(yaml: string): string {
  const catalog = load(yaml) as { [annotation: string]: Entry };
  const offered = offeredIn(catalog);
  const annotationOf = (option: string): string => offered.find((entry) => entry.option === option)!.annotation;
  const lines = Object.entries(catalog).map(([annotation, entry]) => {
    const facts = [
      `is: ${quote(entry.wire ?? wireKind(entry))}`,
      entry.min === undefined ? '' : `min: ${entry.min}`,
      entry.max === undefined ? '' : `max: ${entry.max}`,
      entry.values === undefined ? '' : `of: [${Object.keys(entry.values).map(quote).join(', ')}]`,
      entry.since === undefined ? '' : `since: ${quote(entry.since)}`,
      entry.needs === undefined ? '' : `needs: ${quote(annotationOf(entry.needs))}`,
      entry.instead === undefined ? '' : `instead: ${quote(annotationOf(entry.instead))}`,
    ].filter((fact) => fact !== '');
    return `  ${quote(annotation)}: { ${facts.join(', ')} },\n`;
  });
  return `${HEADER}
import type { AnnotationFacts } from '../rules/workload/annotation-facts';

/** Every annotation that Dapr reads, with what it takes its text for. */
export const ANNOTATIONS: { readonly [annotation: string]: AnnotationFacts } = {
${lines.join('')}};
`;
}

/** What the text of an annotation is to Dapr, whatever it is in TypeScript. */
function wireKind({ is, unit }: Entry): string {
  switch (is) {
    case 'duration':
      return unit === undefined ? 'duration' : 'integer';
    case 'size':
    case 'cpu':
      return 'quantity';
    case 'integer':
    case 'boolean':
    case 'enum':
    case 'enums':
      return is;
    default:
      return 'text';
  }
}

/** The annotations that are options, checked: what the generator does not understand is an error. */
function offeredIn(catalog: { [annotation: string]: Entry }): Offered[] {
  const offered: Offered[] = [];
  for (const [annotation, entry] of Object.entries(catalog)) {
    const wrong = (what: string): never => {
      throw new Error(`catalog/annotations.yaml: ${annotation}: ${what}`);
    };
    const kind = KINDS[entry.is ?? ''];
    const known = entry.option === undefined ? NOT_OFFERED : [...ALWAYS, ...(kind?.facts ?? wrong(`unknown kind '${entry.is}'`))];
    for (const key of Object.keys(entry)) {
      if (!known.includes(key)) {
        wrong(`'${key}' is not understood here: expected ${known.join(', ')}`);
      }
    }
    if (!/^dapr\.io\/[a-z0-9-]+$/.test(annotation)) {
      wrong('not the name of an annotation');
    }
    if (entry.option === undefined) {
      if (entry.because === undefined || entry.wire === undefined) {
        wrong(`neither 'option' nor 'because' and 'wire'`);
      }
      continue;
    }
    const missing = ['says', 'default', ...(kind.facts.includes('values') ? ['enum', 'enumSays', 'values'] : [])].filter(
      (key) => !(key in entry),
    );
    if (missing.length > 0) {
      wrong(`needs ${missing.join(', ')}`);
    }
    if (entry.unit !== undefined && !(entry.unit in MILLISECONDS)) {
      wrong(`unknown unit '${entry.unit}'`);
    }
    if (/Seconds$/.test(entry.option) || offered.some((other) => snake(other.option) === snake(entry.option!))) {
      wrong(`the option '${entry.option}' is taken or ends in Seconds`);
    }
    offered.push({ ...entry, annotation, since: entry.since === undefined || entry.since <= OLDEST ? undefined : entry.since } as Offered);
  }
  for (const entry of Object.values(catalog)) {
    for (const name of [entry.needs, entry.instead]) {
      if (name !== undefined && !offered.some((other) => other.option === name)) {
        throw new Error(`catalog/annotations.yaml: there is no option '${name}'`);
      }
    }
  }
  return offered;
}

function enumeration(entry: Offered): string {
  const members = Object.entries(entry.values!).map(([value, says]) => `  /** ${says} */\n  ${member(value)} = ${quote(value)},`);
  return `/** ${entry.enumSays} */\nexport enum ${entry.enum} {\n${members.join('\n\n')}\n}\n`;
}

function property(entry: Offered): string {
  const more = [
    ...(entry.more ?? '').split('\n'),
    entry.needs === undefined ? '' : `Takes \`${entry.needs}\`.`,
    entry.empty === undefined ? '' : `An empty list ${entry.empty}.`,
    range(entry),
    entry.since === undefined ? '' : `Since Dapr ${entry.since}.`,
  ].filter((line) => line !== '');
  const lines = [entry.says, ...(more.length > 0 ? ['', ...more] : []), '', `@default ${entry.default}`, `@see ${SEE}`];
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join('\n')}\n   */\n  readonly ${entry.option}?: ${type(entry)};`;
}

function range(entry: Offered): string {
  const unit = entry.is !== 'duration' ? '' : entry.unit === 's' ? ' s' : ' ms';
  const whole = entry.unit === 's' ? 'Whole seconds' : entry.unit === 'ms' ? 'Whole milliseconds' : '';
  // The largest int32 is the annotation's type, no limit that anyone would come near.
  const max = entry.max !== undefined && entry.max < 2 ** 31 - 2 ? entry.max : undefined;
  const bounds = entry.min === undefined ? '' : max === undefined ? `at least ${entry.min}${unit}` : `${entry.min} to ${max}${unit}`;
  const text = [whole, bounds].filter((part) => part !== '').join(', ');
  return text === '' ? '' : `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function type(entry: Offered): string {
  return entry.is === 'enum' ? entry.enum! : entry.is === 'enums' ? `${entry.enum}[]` : KINDS[entry.is].type;
}

function field(entry: Offered): string {
  const scale = entry.is === 'duration' ? MILLISECONDS[entry.unit ?? 'ms'] : 1;
  const pattern = entry.is === 'cpu' ? QUANTITY : entry.pattern;
  const expected = entry.is === 'cpu' ? `a quantity of processors, e.g. '100m' or '0.5'` : entry.expected;
  const facts = [
    `is: ${quote(KINDS[entry.is].field)}`,
    `wire: ${quote(entry.annotation)}`,
    entry.unit === undefined ? '' : `unit: ${quote(entry.unit)}`,
    entry.min === undefined ? '' : `min: ${entry.min * scale}`,
    entry.max === undefined ? '' : `max: ${entry.max * scale}`,
    entry.values === undefined ? '' : `of: [${Object.keys(entry.values).map(quote).join(', ')}]`,
    pattern === undefined ? '' : `pattern: ${String(new RegExp(pattern))}`,
    expected === undefined ? '' : `expected: ${quote(expected)}`,
    entry.since === undefined ? '' : `since: ${quote(entry.since)}`,
  ].filter((fact) => fact !== '');
  return `  ${entry.option}: { ${facts.join(', ')} },`;
}

function member(value: string): string {
  return snake(value).toUpperCase();
}

function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

function quote(text: string): string {
  return text.includes(`'`) ? JSON.stringify(text) : `'${text}'`;
}
