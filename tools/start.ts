/**
 * The main job: synthesizes an example as its user would, validates each object, and says what was written where.
 *
 *     npm start                      the order-processing application
 *     npm start -- hello-world      another example
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadAll } from 'js-yaml';
import { schemaProblems } from '../test/support/schemas';

const root = join(__dirname, '..');

interface Written {
  readonly file: string;
  readonly objects: { kind: string; metadata: { name: string } }[];
}

function synthesize(example: string): Written[] {
  const main = join(root, 'examples', example, 'main.ts');
  const outdir = join(root, 'dist', example);
  const { status } = spawnSync(process.execPath, ['-r', 'tsx/cjs', main], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CDK8S_OUTDIR: outdir },
  });
  if (status !== 0) {
    throw new Error(`examples/${example}/main.ts failed`);
  }
  return readdirSync(outdir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = join(outdir, name);
      return { file: relative(root, file), objects: loadAll(readFileSync(file, 'utf8')) as Written['objects'] };
    });
}

/** `Component 6: vault, orderstore, …` */
function byKind(objects: Written['objects']): string[] {
  const names = new Map<string, string[]>();
  for (const { kind, metadata } of objects) {
    names.set(kind, [...(names.get(kind) ?? []), metadata.name]);
  }
  return [...names].map(([kind, list]) => `  ${kind.padEnd(14)}${String(list.length).padStart(3)}  ${list.join(', ')}`);
}

function main(example: string): number {
  const examples = readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'main.ts')));
  if (!examples.includes(example)) {
    console.error(`there is no example '${example}': expected one of ${examples.join(', ')}`);
    return 2;
  }
  let invalid = 0;
  for (const { file, objects } of synthesize(example)) {
    console.log(`${file}: ${objects.length} objects`);
    byKind(objects).forEach((line) => console.log(line));
    for (const object of objects) {
      const problems = schemaProblems(object);
      problems.forEach((problem) => console.error(`  ${object.kind} ${object.metadata.name}: ${problem}`));
      invalid += problems.length;
    }
  }
  console.log(invalid === 0 ? 'every object is valid: Dapr 1.18 and Kubernetes schemas, unknown fields refused' : `${invalid} problems`);
  return invalid === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2] ?? 'order-processing');
