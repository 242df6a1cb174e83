/**
 * What `cdk8s-dapr validate` costs, beside `kubeconform -strict` with the same resource shapes, in one run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { median } from '../median';
import { has } from '../process';
import { CACHE } from '../real/cache';

const root = join(__dirname, '../..');
const CLI = join(root, 'lib/standalone/cdk8s-dapr.js');
const KUBECONFORM = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0';
const ROUNDS = 5;

interface Cost {
  readonly wall: number;
  readonly cpu?: number;
  readonly memory?: number;
}

/** Documents a second at each size, the growth between sizes, memory, and what starting costs. */
export function benchValidate(sizes: readonly number[]): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'bench-validate-'));
  try {
    const peer = kubeconform();
    const schemas = writeSchemas(join(folder, 'schemas'));
    startUp(folder);
    const first: number[] = [];
    for (const size of sizes) {
      const file = join(folder, `${size}.yaml`);
      writeFileSync(file, components(size));
      const [ours, theirs]: [Cost[], Cost[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(validate(file));
        if (peer !== undefined) {
          theirs.push(timed(peer, ['-strict', '-schema-location', schemas, file]));
        }
      }
      const wall = median(ours.map((cost) => cost.wall));
      first.push(wall / size);
      const peerWall = peer === undefined ? undefined : median(theirs.map((cost) => cost.wall));
      console.log(
        [
          `  ${String(size).padStart(6)} documents: ${rate(size, wall)}, ${median(ours.map((cost) => cost.memory!)).toFixed(0)} MB`,
          ...(peerWall === undefined
            ? []
            : [`kubeconform ${rate(size, peerWall)}: ${(peerWall / wall).toFixed(2)} times its documents a second`]),
        ].join('; '),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rate(size: number, wall: number): string {
  return `${wall.toFixed(0)} ms (${((size / wall) * 1000).toFixed(0)} a second)`;
}

/** Starting Node alone is what no program of Node's can save. */
function startUp(folder: string): void {
  const file = join(folder, 'one.yaml');
  writeFileSync(file, components(1));
  const [node, cli]: [number[], number[]] = [[], []];
  for (let round = 0; round < 15; round++) {
    node.push(timed(process.execPath, ['-e', '0']).wall);
    cli.push(timed(process.execPath, [CLI, 'validate', file]).wall);
  }
  console.log('validate (medians, interleaved)');
  console.log(`  start-up with one document: ${median(cli).toFixed(0)} ms, of which Node itself ${median(node).toFixed(0)} ms`);
}

function validate(file: string): Cost {
  const start = process.hrtime.bigint();
  const { output, status } = spawnSync(process.execPath, ['-r', join(root, 'tools/bench/usage.cjs'), CLI, 'validate', file], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`validate ended with ${status}: ${output[1]}${output[2]}`);
  }
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  return { wall, ...(JSON.parse(output[3]!) as { cpu: number; memory: number }) };
}

function timed(program: string, args: readonly string[]): Cost {
  const start = process.hrtime.bigint();
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return { wall: Number(process.hrtime.bigint() - start) / 1e6 };
}

/** From the PATH or the environment, else built once into a cache; without Go nothing is compared, and that is said. */
function kubeconform(): string | undefined {
  const given = process.env.KUBECONFORM ?? (has('kubeconform', '-v') ? 'kubeconform' : undefined);
  if (given !== undefined) {
    return given;
  }
  const bin = join(CACHE, 'bin');
  const built = join(bin, 'kubeconform');
  if (existsSync(built)) {
    return built;
  }
  if (!has('go')) {
    console.log('  not compared with kubeconform: there is neither kubeconform nor Go to build it');
    return undefined;
  }
  mkdirSync(bin, { recursive: true });
  execFileSync('go', ['install', KUBECONFORM], { env: { ...process.env, GOBIN: bin, CGO_ENABLED: '0' }, stdio: 'inherit' });
  return built;
}

/** The catalog's shapes as strict JSON Schemas. */
function writeSchemas(folder: string): string {
  mkdirSync(folder);
  const crds = join(root, 'catalog/crds');
  for (const name of readdirSync(crds).filter((file) => file.endsWith('.yaml'))) {
    const { kind, versions } = load(readFileSync(join(crds, name), 'utf8')) as {
      kind: string;
      versions: { name: string; schema: { properties: object } }[];
    };
    for (const { name: version, schema } of versions) {
      const properties = { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...schema.properties };
      const strict = {
        ...(closed({ ...schema, properties }) as object),
        properties: { ...closed({ ...properties }), metadata: { type: 'object' } },
      };
      writeFileSync(join(folder, `${kind.toLowerCase()}-dapr-${version}.json`), JSON.stringify(strict));
    }
  }
  return `${folder}/{{.ResourceKind}}{{.KindSuffix}}.json`;
}

function closed(schema: object): object {
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, unknown] => [
      key,
      typeof value === 'object' && value !== null && !Array.isArray(value) ? closed(value as object) : value,
    ]),
  );
  const open = 'x-kubernetes-preserve-unknown-fields' in schema || 'additionalProperties' in schema || !('properties' in schema);
  return open ? inner : { ...inner, additionalProperties: false };
}

/** Components as teams have them: three keys, a secret, a scope. */
function components(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata:
  name: store-${i}
  namespace: shop
spec:
  type: state.redis
  version: v1
  metadata:
    - name: redisHost
      value: redis-${i}:6379
    - name: redisPassword
      secretKeyRef:
        name: redis
        key: password
    - name: enableTLS
      value: "true"
scopes:
  - app-${i % 100}
`,
  ).join('');
}
