/** Installs the packages of Debian that bring the servers of components; what containers need is unpacked beside the cluster. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { has, run } from '../process';
import { PROGRAMS, tryServerProgram } from './servers/packages';

/** Installs those that are missing, without starting their services; throws with what to run where this is not root, or no Debian. */
export function installMissing(): void {
  const lacking = Object.keys(PROGRAMS).filter((name) => tryServerProgram(name) === undefined);
  const missing = [...new Set(lacking.map((name) => PROGRAMS[name].debian))];
  if (missing.length === 0) {
    return;
  }
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    throw new Error(`not installed: as root on Debian, run apt-get install ${missing.join(' ')}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  // A package must not start its service: the tests start servers of their own, on ports of their own.
  const quiet = !existsSync(POLICY);
  if (quiet) {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  }
  try {
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { env });
  } finally {
    if (quiet) {
      rmSync(POLICY);
    }
  }
}

/** What Debian's packages ask whether a service may start. */
const POLICY = '/usr/sbin/policy-rc.d';
