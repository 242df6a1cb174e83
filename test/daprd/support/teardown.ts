import { endAccount } from '../../../tools/real/started';

/** Says what the tests started; fails where a program outlived its test. */
export default function teardown(): void {
  const { started, left } = endAccount();
  console.log(`started: ${started}`);
  if (left.length > 0) {
    throw new Error(`left running: ${left.join(', ')}`);
  }
}
