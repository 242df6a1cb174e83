/** Prints the pages of docs/ that are tables of facts. */
import { Code } from '../../src/private/codes';
import { Catalog, ComponentFact } from './catalog';

const NOTE = '<!-- Printed by `npm run generate`; do not edit. -->\n';

const TITLES: Record<string, string> = {
  binarystore: 'Binary stores',
  bindings: 'Bindings',
  configuration: 'Configuration stores',
  conversation: 'Conversation',
  crypto: 'Cryptography',
  lock: 'Locks',
  middleware: 'HTTP middleware',
  pubsub: 'Publish and subscribe',
  search: 'Search',
  secretstores: 'Secret stores',
  state: 'State stores',
  vector: 'Vector stores',
};

export function componentsPage(catalog: Catalog): string {
  const sections = Object.entries(TITLES).map(([category, title]) => {
    const rows = catalog.components
      .filter((component) => component.category === category)
      .sort(byType)
      .map(row);
    return `## ${title}\n\n| type | version | class | status | it can | profiles |\n|---|---|---|---|---|---|\n${rows.join('')}`;
  });
  return `# Components

${NOTE}
Every component type and version that Dapr's sidecar loads, and the class for each. \`*\` marks the types that the image with all components has
and the one with stable components only lacks. Where a type has several versions, the class of the newest has the plain name.

${sections.join('\n')}`;
}

function byType(a: ComponentFact, b: ComponentFact): number {
  return a.type === b.type ? (a.version < b.version ? 1 : -1) : a.type < b.type ? -1 : 1;
}

function row(component: ComponentFact): string {
  const names = [component.type, ...(component.aliases ?? [])].map((name) => `\`${name}\``).join(' ');
  const wrong = component.misnamed ? ` (not \`${component.misnamed}\`)` : '';
  const can = [...(component.binding?.directions ?? []), ...(component.capabilities ?? [])].join(', ');
  const profiles = Object.keys(component.auth ?? {}).join(', ');
  const status = `${component.status}${component.stableImage ? '' : ' \\*'}${component.since ? `, since ${component.since}` : ''}`;
  return `| [${names}](${component.docs})${wrong} | ${component.version} | \`${component.module}.${component.class}\` | ${status} | ${can} | ${profiles} |\n`;
}

/** What each code means, and what mends it. */
const CODES: Record<Code, [what: string, fix: string]> = {
  [Code.NAME]: [
    'A name that Kubernetes refuses. Names are never changed, because application code uses them.',
    'Take the name that the message proposes, or set `objectMeta.name`.',
  ],
  [Code.DUPLICATE]: [
    'Two things of one name: objects of one kind in a chart, keys of one component, policies, injections.',
    'Rename one of them, or remove it.',
  ],
  [Code.APP_ID]: ["An app id that Dapr's injector refuses: it denies the Pod.", 'At most 58 lower case letters, digits and `-`.'],
  [Code.UNKNOWN_PROPERTY]: [
    'A property that does not exist, from JavaScript or past a cast. Dapr would ignore it.',
    'Take the property that the message names.',
  ],
  [Code.WRONG_TYPE]: ['A value of another type than the property has, such as plain text for a secret.', 'Give what the message expects.'],
  [Code.REQUIRED]: ['Something is missing without which the sidecar does not start, or the resource does nothing.', 'Give it.'],
  [Code.NOT_ALLOWED]: ['A value that is not among those that Dapr takes.', 'Take one of those that the message lists.'],
  [Code.MALFORMED]: ['A value out of range, or of a form that Dapr does not read.', 'Give what the message expects.'],
  [Code.CONFLICT]: ['Two settings that contradict each other.', 'Keep one of the two.'],
  [Code.VERSION]: [
    'Something that the targeted version of Dapr does not have.',
    'Leave it out, or target another version with `DaprVersion.use`.',
  ],
  [Code.NOT_LOADABLE]: [
    'A component type or version that makes the sidecar exit, and with it every application of the namespace that sees it.',
    'Take the type that the message names.',
  ],
  [Code.UNSAFE_TEXT]: ["A text that cdk8s's own YAML writer would change.", 'Take `dapr.App` in place of `cdk8s.App`.'],
};

export function errorsPage(): string {
  const rows = Object.entries(CODES).map(([code, [what, fix]]) => `| ${code} | ${what} | ${fix} |\n`);
  return `# Error codes

${NOTE}
Each message has the form \`CODE [construct path] what is wrong: got …, expected …\`. All mistakes of one construct are reported together, when
it is made; mistakes that need the whole chart, at synth.

| code | what it means | what to do |
|---|---|---|
${rows.join('')}`;
}
