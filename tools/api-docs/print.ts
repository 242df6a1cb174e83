import type { Assembly, Type } from '../api/assembly';
import { paragraphs } from './markdown';
import { inOrder, Page, pageOf } from './pages';
import { Link, printType } from './print-type';

/** Every page of the API documentation: its text by its file. */
export function printPages({ name, types }: Assembly): Map<string, string> {
  const pages = new Map<string, { page: Page; types: Type[] }>();
  for (const type of Object.values(types).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const page = pageOf(type);
    const entry = pages.get(page.file) ?? { page, types: [] };
    entry.types.push(type);
    pages.set(page.file, entry);
  }
  const files = [...pages].map(([file, { page, types: own }]): [string, string] => [
    file,
    `${printPage(page, own, linkFrom(file, name, types))}\n`,
  ]);
  return new Map([['README.md', `${printIndex([...pages.values()])}\n`], ...files]);
}

const MADE = '<!-- Made by npm run docs:api from the doc comments: do not edit. -->';

function printPage({ title, about }: Page, types: readonly Type[], link: Link): string {
  const anchors = [title, ...types.map(({ name }) => name)].map(anchor);
  const twice = anchors.find((text, i) => anchors.indexOf(text) !== i);
  if (twice !== undefined) {
    throw new Error(`two headings of the page '${title}' have the anchor '${twice}'`);
  }
  return paragraphs(
    MADE,
    `# ${title}`,
    about,
    types.map(({ name }) => `[${name}](#${anchor(name)})`).join(' ·\n'),
    ...types.map((type) => printType(type, link)),
  );
}

function printIndex(entries: readonly { page: Page; types: readonly Type[] }[]): string {
  const sorted = inOrder(entries.map(({ page }) => page)).map((page) => entries.find((entry) => entry.page.file === page.file)!);
  return paragraphs(
    MADE,
    '# API',
    "Every class, property and value, from the doc comments. `import * as dapr from 'cdk8s-dapr'` gives all of it; the types of a\nsubmodule are `dapr.<submodule>.<type>`. In Python the members are in snake case, in Go and C# they begin with a capital.",
    [
      '| page | what | types |',
      '|---|---|---|',
      ...sorted.map(({ page, types }) => `| [${page.title}](${page.file}) | ${page.about} | ${types.length} |`),
    ].join('\n'),
    'The [guide](../guide.md) says how they go together, [components](../components.md) what each type can do.',
  );
}

/** Links from one page to types of the same assembly. */
function linkFrom(file: string, assembly: string, types: Assembly['types']): Link {
  return (fqn) => {
    const type = types[fqn];
    if (type === undefined) {
      if (fqn.startsWith(`${assembly}.`)) {
        throw new Error(`${fqn} is used and not described`);
      }
      return `\`${fqn}\``;
    }
    const page = pageOf(type).file;
    return `[${type.namespace === undefined ? '' : `${type.namespace}.`}${type.name}](${page === file ? '' : page}#${anchor(type.name)})`;
  };
}

/** What GitHub makes of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/ /g, '-');
}
