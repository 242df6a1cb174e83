/**
 * Asks the registry for known vulnerabilities of what users get. A registry that does not answer such questions is no failure, and no success.
 *
 *     npm run check:audit
 */
import { join } from 'node:path';
import { tryRun } from './process';

interface Report {
  readonly error?: { readonly summary?: string; readonly detail?: string };
  readonly message?: string;
  readonly vulnerabilities?: { readonly [name: string]: { readonly severity: string; readonly range: string } };
}

function main(): number {
  const { status, stdout, stderr } = tryRun('npm', ['audit', '--omit=dev', '--json'], { cwd: join(__dirname, '..') });
  const report = JSON.parse(stdout || '{}') as Report;
  if (report.vulnerabilities === undefined) {
    const why = report.error?.summary || report.message || stderr.trim().split('\n').slice(-1)[0] || `status ${status}`;
    console.log(`the registry does not answer audits: ${why}`);
    console.log('0 passed, 0 failed, 1 not tried');
    return 0;
  }
  const found = Object.entries(report.vulnerabilities);
  found.forEach(([name, { severity, range }]) => console.error(`${name} ${range}: ${severity}; see npm audit --omit=dev`));
  console.log(found.length === 0 ? '1 passed, 0 failed, 0 not tried' : '0 passed, 1 failed, 0 not tried');
  return found.length === 0 ? 0 : 1;
}

process.exitCode = main();
