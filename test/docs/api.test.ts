import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assembly, Type } from '../../tools/api/assembly';
import { printPages } from '../../tools/api-docs/print';

const PAGES = join(__dirname, '../../docs/api');

/** A type as jsii describes it, of a source file. */
function type(kind: Type['kind'], fqn: string, filename: string, rest: Partial<Type> = {}): Type {
  const parts = fqn.split('.');
  const namespace = parts.length === 3 ? { namespace: parts[1] } : {};
  return { fqn, name: parts.at(-1)!, kind, ...namespace, locationInModule: { filename }, ...rest };
}

function assembly(...types: Type[]): Assembly {
  return { name: 'cdk8s-dapr', types: Object.fromEntries(types.map((one) => [one.fqn, one])) };
}

const PROPS = type('interface', 'cdk8s-dapr.ComponentProps', 'src/component.ts', {
  datatype: true,
  docs: { summary: 'What it is.' },
  properties: [
    {
      name: 'labels',
      type: { collection: { kind: 'map', elementtype: { primitive: 'string' } } },
      optional: true,
      immutable: true,
      docs: { summary: 'Labels.', default: '- none' },
    },
    {
      name: 'type',
      type: { primitive: 'string' },
      immutable: true,
      docs: { summary: 'The type.', remarks: 'One of <many>, `<as>` here.', see: 'https://example.com/' },
    },
  ],
});

test('a class is shown with its constructor, constants, methods, parameters, and links to other pages', () => {
  const redis = type('class', 'cdk8s-dapr.state.Redis', 'src/state/redis.ts', {
    base: 'cdk8s.ApiObject',
    interfaces: ['cdk8s-dapr.ComponentProps'],
    docs: { summary: 'A store.', remarks: '```ts\nnew Redis();\n```', see: 'https://example.com/redis' },
    initializer: {
      parameters: [
        { name: 'id', type: { primitive: 'string' } },
        { name: 'props', type: { fqn: 'cdk8s-dapr.ComponentProps' }, optional: true, docs: { summary: 'what it is.' } },
      ],
    },
    properties: [
      { name: 'ANY', static: true, const: true, immutable: true, type: { fqn: 'cdk8s-dapr.state.Redis' }, docs: { summary: 'Any.' } },
      { name: 'size', type: { primitive: 'number' }, optional: true },
      {
        name: 'name',
        type: { primitive: 'string' },
        immutable: true,
        protected: true,
        docs: { summary: 'The name.', deprecated: 'Use size.' },
      },
    ],
    methods: [
      {
        name: 'of',
        static: true,
        parameters: [{ name: 'values', variadic: true, type: { union: { types: [{ primitive: 'string' }, { fqn: 'cdk8s.Size' }] } } }],
        returns: { type: { fqn: 'cdk8s-dapr.state.Redis' }, optional: true },
        docs: { summary: 'Makes one.', returns: 'the store' },
      },
      { name: 'close', docs: { summary: 'Closes it.', remarks: 'Twice is once.\n\nAlways.' } },
    ],
  });
  expect(printPages(assembly(PROPS, redis)).get('state.md')).toBe(`<!-- Made by npm run docs:api from the doc comments: do not edit. -->

# dapr.state

Where applications keep state.

[Redis](#redis)

## Redis

*class, with the members of \`cdk8s.ApiObject\`, [ComponentProps](core.md#componentprops)*

A store.

\`\`\`ts
new Redis();
\`\`\`

See <https://example.com/redis>

**Constructor**

- \`new Redis(id, props?)\`
  - \`id\`: \`string\`
  - \`props\`: [ComponentProps](core.md#componentprops) — what it is.

**Properties**

- \`name\`: \`string\` (protected) — **Deprecated:** Use size. The name.
- \`size\`: \`number\` or nothing (can be set)

**Constants**

- \`Redis.ANY\`: [state.Redis](#redis) — Any.

**Static methods**

- \`Redis.of(...values)\`: [state.Redis](#redis) or nothing — Makes one. Returns the store
  - \`values\`: \`string\` or \`cdk8s.Size\`

**Methods**

- \`close()\` — Closes it. Twice is once.

  Always.
`);
});

test('properties show what is required first, with defaults, and nothing that would be taken for HTML', () => {
  expect(printPages(assembly(PROPS)).get('core.md')).toContain(`## ComponentProps

*properties*

What it is.

**Properties**

- \`type\`: \`string\`, **required** — The type. One of &lt;many>, \`<as>\` here. See <https://example.com/>
- \`labels\`: map of \`string\` — Labels. Default: none
`);
});

test('an enum shows its values', () => {
  const level = type('enum', 'cdk8s-dapr.Level', 'src/config/level.ts', {
    docs: { summary: 'How much.' },
    members: [{ name: 'ALL', docs: { summary: 'All.' } }, { name: 'NONE' }],
  });
  const pages = printPages(assembly(level));
  expect([...pages.keys()]).toEqual(['README.md', 'configuration.md']);
  expect(pages.get('configuration.md')).toContain('*enum*\n\nHow much.\n\n**Values**\n\n- `Level.ALL` — All.\n- `Level.NONE`\n');
  expect(pages.get('README.md')).toContain('| [Configuring sidecars](configuration.md) | How sidecars and the control plane behave. | 1 |');
});

describe('what the pages could not show is an error', () => {
  const withType = (reference: Partial<Assembly['types'][string]['properties']>): Assembly =>
    assembly(type('interface', 'cdk8s-dapr.A', 'src/a.ts', { properties: reference as Type['properties'] }));
  test.each([
    [
      'a submodule that nobody has described',
      assembly(type('enum', 'cdk8s-dapr.news.A', 'src/news/a.ts')),
      /say in tools\/api-docs\/pages.ts what 'news' is about/,
    ],
    [
      'a type that is not part of the assembly',
      withType([{ name: 'b', type: { fqn: 'cdk8s-dapr.B' } }]),
      /^cdk8s-dapr.B is used and not described$/,
    ],
    ['a reference of an unknown kind', withType([{ name: 'b', type: {} }]), /^a type of an unknown kind: \{\}$/],
    [
      'a tag that cuts a comment off',
      assembly(type('enum', 'cdk8s-dapr.A', 'src/a.ts', { docs: { summary: 'Such as.', custom: { every: '15m.' } } })),
      /^a doc comment says '@every', which cuts it off after 'Such as\.'/,
    ],
    [
      'two headings with one anchor',
      assembly(type('enum', 'cdk8s-dapr.Ab', 'src/a.ts'), type('enum', 'cdk8s-dapr.AB', 'src/b.ts')),
      /have the anchor 'ab'$/,
    ],
  ])('%s', (_, input, message) => {
    expect(() => printPages(input)).toThrow(message);
  });
});

test('every link of the pages leads to a heading', () => {
  const files = readdirSync(PAGES);
  const headings = new Map(
    files.map((file) => [file, [...readFileSync(join(PAGES, file), 'utf8').matchAll(/^## (.*)$/gm)].map(([, name]) => name.toLowerCase())]),
  );
  expect(files.length).toBeGreaterThan(15);
  const broken = files.flatMap((file) =>
    [...readFileSync(join(PAGES, file), 'utf8').matchAll(/\]\(([a-z]*\.md)?(?:#(\w+))?\)/g)]
      .filter(([, page = file, anchor]) => !headings.has(page) || (anchor !== undefined && !headings.get(page)!.includes(anchor)))
      .map(([link]) => `${file}: ${link}`),
  );
  expect(broken).toEqual([]);
});
