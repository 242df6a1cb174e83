import { dapr } from '../../../tools/real/dapr';
import { beginAccount } from '../../../tools/real/started';

/** Finds or builds Dapr's programs before a test waits for them; without them nothing is tested, and nothing passes. */
export default function setup(): void {
  console.log(`\nwith ${dapr('daprd')}, ${dapr('placement')}, ${dapr('scheduler')}`);
  beginAccount();
}
