import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dapr } from '../../../tools/real/dapr';

/** Finds or builds Dapr's programs before a test waits for them; without them nothing is tested, and nothing passes. */
export default function setup(): void {
  console.log(`\nwith ${dapr('daprd')}, ${dapr('placement')}, ${dapr('scheduler')}`);
  const started = join(mkdtempSync(join(tmpdir(), 'cdk8s-dapr-started-')), 'started');
  writeFileSync(started, '');
  process.env.CDK8S_DAPR_STARTED = started;
}
