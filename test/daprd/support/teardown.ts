import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { alive } from '../../../tools/real/cache';

/** Says what the tests started; fails where a program outlived its test. */
export default function teardown(): void {
  const file = process.env.CDK8S_DAPR_STARTED!;
  const started = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ', 2) as [string, string]);
  rmSync(dirname(file), { recursive: true, force: true });
  const counts = new Map<string, number>();
  started.forEach(([, name]) => counts.set(name, (counts.get(name) ?? 0) + 1));
  console.log(`started: ${[...counts].map(([name, count]) => `${name} ${count}×`).join(', ')}`);
  const left = started.filter(([pid]) => alive(Number(pid)));
  if (left.length > 0) {
    throw new Error(`left running: ${left.map(([pid, name]) => `${name} (${pid})`).join(', ')}`);
  }
}
