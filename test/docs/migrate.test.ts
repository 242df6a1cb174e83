import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { expectValid } from '../support/schemas';

const ROOT = join(__dirname, '../..');

/**
 * A fenced block of the page. YAML is what the TypeScript behind it writes, unless its fence says otherwise: `part` is a part of that, `before`
 * is an older form of the next YAML, `file` is a file that the program reads.
 */
interface Block {
  readonly fence: string;
  readonly text: string;
  readonly heading: string;
}

/** TypeScript, with what it gives: manifests, or the message of an error. */
interface Pair {
  readonly title: string;
  readonly code: string;
  readonly yaml?: Block;
  readonly message?: string;
}

const page = readFileSync(join(ROOT, 'docs/migrate.md'), 'utf8');
const [opening, ...blocks] = blocksOf(page);
const pairs = pairsOf(blocks);
const outcomes = run(pairs);

function blocksOf(markdown: string): Block[] {
  const found: Block[] = [];
  let heading = '';
  for (const [, title, fence, text] of markdown.matchAll(/^## (.*)$|^```(.*)\n([\s\S]*?)^```$/gm)) {
    heading = title ?? heading;
    if (fence !== undefined) {
      found.push({ fence, text, heading });
    }
  }
  return found;
}

function pairsOf(all: readonly Block[]): Pair[] {
  return all.flatMap(({ fence, text, heading }, i) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    if (fence !== 'ts') {
      return [];
    }
    const given = after?.fence === 'text' ? { message: after.text } : { yaml: before };
    return [{ title: `${heading}${given.message === undefined ? '' : ': a mistake'} (${i})`, code: text, ...given }];
  });
}

/** One program with each pair in a chart of its own, compiled and run as its user would. */
function run(all: readonly Pair[]): { manifests: any[]; message?: string }[] {
  const folder = mkdtempSync(join(ROOT, 'test', 'docs', 'run-'));
  try {
    blocks.filter(({ fence }) => fence === 'yaml file').forEach(({ text }) => writeFileSync(join(folder, 'legacy.yaml'), text));
    const [imports, start] = opening.text.split('\n\n');
    const unused = 'void [ApiObject, Duration, Include, Size, kplus, chart];';
    const pieces = all.map(({ code }) => `{\n${start}\nresults.push(outcome(app, () => {\n${code}\n${unused}\n}));\n}`);
    const outcome = `
const results: object[] = [];
function outcome(app: App, build: () => void): object {
  try {
    build();
    return { yaml: app.synthYaml() };
  } catch (error) {
    return { message: (error as Error).message };
  }
}`;
    writeFileSync(join(folder, 'main.ts'), [imports, outcome, ...pieces, 'console.log(JSON.stringify(results));'].join('\n'));
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: { paths: { 'cdk8s-dapr': ['../../../src/index.ts'] } },
        include: ['.'],
      }),
    );
    const types = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    if (types.stdout !== '') {
      throw new Error(types.stdout);
    }
    const program = ['-r', join(ROOT, 'node_modules/tsx/dist/cjs/index.cjs'), 'main.ts'];
    const { stdout, stderr } = spawnSync(process.execPath, program, { cwd: folder, encoding: 'utf8' });
    if (stderr !== '') {
      throw new Error(stderr);
    }
    return (JSON.parse(stdout) as { yaml?: string; message?: string }[]).map(({ yaml, message }) => ({
      manifests: loadAll(yaml ?? '').filter((manifest) => manifest !== null),
      message,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of settings and headers, each of which has a name, the order means nothing to Dapr. */
function unordered(value: any): any {
  if (Array.isArray(value)) {
    const items = value.map(unordered);
    return items.every((item) => typeof item?.name === 'string') ? items.sort((a, b) => (a.name < b.name ? -1 : 1)) : items;
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, unordered(child)]))
    : value;
}

describe.each(pairs.map((pair, i) => ({ ...pair, ...outcomes[i], expected: pair })))('$title', ({ expected, manifests, message }) => {
  if (expected.message !== undefined) {
    test('the TypeScript is refused with the message on the page', () => {
      expect(`${message}\n`).toBe(expected.message);
    });
    return;
  }

  test('the TypeScript writes the YAML on the page', () => {
    expect(message).toBeUndefined();
    const shown = loadAll(expected.yaml!.text);
    expect(shown.length).toBe(manifests.length);
    if (expected.yaml!.fence === 'yaml part') {
      expect(manifests).toEqual(shown.map((part) => partially(part)));
    } else {
      expect(manifests.map(unordered)).toEqual(shown.map(unordered));
    }
  });

  test('and that is valid', () => {
    manifests.forEach((manifest) => expectValid(manifest));
  });
});

/** What holds each field that a part of a manifest has; of a list, each item in its place. */
function partially(part: any): any {
  if (Array.isArray(part)) {
    return part.map(partially);
  }
  return part !== null && typeof part === 'object'
    ? expect.objectContaining(Object.fromEntries(Object.entries(part).map(([key, value]) => [key, partially(value)])))
    : part;
}

test('every YAML of the page is tested, or says why not', () => {
  const tested = new Set(pairs.map(({ yaml }) => yaml));
  const others = blocks.filter((block) => block.fence.startsWith('yaml') && !tested.has(block));
  expect(others.map(({ fence, heading }) => `${heading}: ${fence}`)).toEqual([
    'Subscription v1alpha1: yaml before',
    'Everything else: yaml file',
  ]);
  expect(new Set(blocks.map(({ fence }) => fence))).toEqual(new Set(['yaml', 'yaml part', 'yaml before', 'yaml file', 'ts', 'text']));
  expect(pairs.every(({ yaml, message }) => message !== undefined || /^yaml( part)?$/.test(yaml!.fence))).toBe(true);
});

test('the page has each kind of Dapr, and links to each', () => {
  const kinds = new Set(
    blocks.filter(({ fence }) => fence === 'yaml').flatMap(({ text }) => loadAll(text).map((object: any) => object.kind)),
  );
  for (const kind of ['Component', 'Configuration', 'Resiliency', 'Subscription', 'HTTPEndpoint', 'MCPServer', 'WorkflowAccessPolicy']) {
    expect(kinds).toContain(kind);
  }
  const anchors = new Set([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title.toLowerCase().replace(/ /g, '-')));
  for (const [, anchor] of page.matchAll(/\]\(#([\w-]+)\)/g)) {
    expect(anchors).toContain(anchor);
  }
});
