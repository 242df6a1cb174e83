import { DAPR, dapr } from '../../../tools/real/dapr';
import { run } from '../../../tools/process';
import { beginAccount } from '../../../tools/real/started';
import { releasedComponents } from '../../../tools/catalog-update/release';
import { daprd, OLDER } from './daprd';

/** Finds or builds both daprds, and what tells the keys that the older one reads; without them nothing is tested, and nothing passes. */
export default function setup(): void {
  const older = daprd();
  releasedComponents(OLDER);
  const newer = dapr('daprd');
  console.log(`\nwith ${older} (${OLDER}), and ${newer} (${DAPR}) to compare it with`);
  const version = run(older, ['--version']).trim();
  if (version !== OLDER) {
    throw new Error(`${older} is daprd ${version}: expected ${OLDER}`);
  }
  beginAccount();
}
