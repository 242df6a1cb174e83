/** Prints the pages of docs/ that are tables of facts. */
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
