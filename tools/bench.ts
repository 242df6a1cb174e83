/**
 * What the library costs, as ratios in one run against what `cdk8s import` makes of the same resource shapes.
 *
 *     npm run bench                 import; build and synth of 100, 1,000 and 5,000 applications
 *     npm run bench -- 1000        one size
 *     npm run bench -- validate    the command that checks manifests, beside kubeconform
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { importL1 } from './bench/l1';
import { benchValidate } from './bench/validate';
import { NOT_CHECKED } from './bench/without-rules';
import { median } from './median';

const root = join(__dirname, '..');
const lib = process.env.BENCH_LIB ?? join(root, 'lib');
const ROUNDS = 3;
const LIBRARY = ['library with cdk8s.App', 'library with dapr.App'];
const WAYS = ['l1', ...LIBRARY, ...LIBRARY.map((way) => `${way}${NOT_CHECKED}`)];

interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** One process with some modules loaded: milliseconds of CPU that loading them took. */
function importCost(code: string): number {
  const program = `const u=process.cpuUsage();${code};const c=process.cpuUsage(u);process.stdout.write(String((c.user+c.system)/1000))`;
  return Number(execFileSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' }));
}

function imports(): void {
  const cases: [string, string][] = [
    ['cdk8s', `require('cdk8s')`],
    ['cdk8s-dapr', `require('cdk8s');require('${lib}')`],
    [
      'cdk8s-dapr and five component classes',
      `require('cdk8s');const d=require('${lib}');void [d.state.Redis,d.state.PostgreSql,d.pubsub.Kafka,d.bindings.Cron,d.secretstores.HashicorpVault]`,
    ],
    ['cdk8s and cdk8s-plus-27', `require('cdk8s');require('cdk8s-plus-27')`],
    ['cdk8s-dapr with Application', `require('cdk8s');require('cdk8s-plus-27');void require('${lib}').Application`],
  ];
  const costs = cases.map((): number[] => []);
  for (let round = 0; round < 9; round++) {
    cases.forEach(([, code], i) => costs[i].push(importCost(code)));
  }
  const base = median(costs[0]);
  console.log('import, ms of CPU (median of 9, interleaved)');
  cases.forEach(([title], i) => {
    const cost = median(costs[i]);
    console.log(`  ${title.padEnd(40)}${cost.toFixed(1).padStart(7)}   ${(cost - base).toFixed(1).padStart(6)} over cdk8s`);
  });
}

function run(way: string, count: number, folder: string, l1: string, template: string): Cost {
  const args = ['-r', 'tsx/cjs', join(root, 'tools/bench/build.ts'), way, String(count), join(folder, way), lib, l1];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, BENCH_TEMPLATE: template } }),
  ) as Cost;
}

/** What the library writes for one application named `placeholder`. */
function templateOf(folder: string): string {
  const outdir = join(folder, 'template');
  const program = `const {App,Chart}=require('cdk8s');const d=require('${lib}');const app=new App({outdir:${JSON.stringify(outdir)}});const c=new Chart(app,'t');
    new d.Application(c,'placeholder',{image:'ghcr.io/example/placeholder:1.0.0',port:5000});
    const s=new d.state.Redis(c,'placeholder-store',{redisHost:'redis:6379',redisPassword:d.SecretValue.fromSecretKeyRef('redis','password'),scopes:['placeholder']});
    new d.Subscription(c,'placeholder-orders',{pubsub:d.PubSub.fromName('bus'),topic:'orders',route:'/orders',scopes:['placeholder']});
    const r=new d.Resiliency(c,'placeholder-resiliency',{scopes:['placeholder']});
    r.targetAppId('placeholder',{retry:r.addRetry('often',d.Retry.constant({maxRetries:5}))});
    r.targetComponent(s,{outbound:{retry:r.addRetry('seldom',d.Retry.constant({maxRetries:2}))}});app.synth();`;
  execFileSync(process.execPath, ['-e', program], { cwd: root });
  return JSON.stringify(loadAll(readFileSync(join(outdir, 't.k8s.yaml'), 'utf8')));
}

function synthesis(sizes: number[], folder: string): void {
  const l1 = importL1(join(folder, 'imports'));
  const template = templateOf(folder);
  const reference = new Map<string, number>();
  for (const count of sizes) {
    const costs = WAYS.map((): Cost[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      WAYS.forEach((way, i) => costs[i].push(run(way, count, folder, l1, template)));
    }
    const [peer] = costs.map((list) => median(list.map(({ cpu }) => cpu)));
    console.log(`build and synth of ${count} applications (medians of ${ROUNDS}, interleaved)`);
    WAYS.forEach((way, i) => {
      const [wall, cpu, memory] = (['wall', 'cpu', 'memory'] as const).map((key) => median(costs[i].map((cost) => cost[key])));
      const first = reference.get(way);
      const growth = first === undefined ? '' : `   ${(cpu / (first * (count / 1000))).toFixed(2)} of proportional to 1,000`;
      if (count === 1000) {
        reference.set(way, cpu);
      }
      console.log(
        `  ${way.padEnd(38)}${wall.toFixed(0).padStart(7)} ms ${cpu.toFixed(0).padStart(7)} ms CPU ${memory.toFixed(0).padStart(5)} MB   ${(cpu / peer).toFixed(2)} of L1${growth}`,
      );
    });
    for (const way of LIBRARY) {
      const [checked, not] = [way, `${way}${NOT_CHECKED}`].map((one) => median(costs[WAYS.indexOf(one)].map(({ cpu }) => cpu)));
      console.log(`  the rules cost the ${way} ${(100 * (checked / not - 1)).toFixed(1)} % (goal at 1,000: at most 10)`);
    }
  }
}

const only = process.argv[2] === 'validate';
const sizes = process.argv.slice(2).map(Number).filter(Number.isInteger);
// Inside the repository, so that the imported classes find the same cdk8s.
mkdirSync(join(root, 'dist'), { recursive: true });
const folder = mkdtempSync(join(root, 'dist', 'bench-'));
try {
  if (!only) {
    imports();
    synthesis(sizes.length ? sizes : [100, 1000, 5000], folder);
  }
  if (only || sizes.length === 0) {
    benchValidate([10, 1000, 10_000, 50_000]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
