/**
 * Lists what the library depends on, by licence, and fails where one is not known to be compatible, or where a runtime dependency runs a script
 * when it is installed.
 *
 *     npm run check:licences
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies, Dependency, licenceProblems, LockedPackage } from './licences';

const root = join(__dirname, '..');

function byLicence(all: readonly Dependency[]): string[] {
  const counts = new Map<string, string[]>();
  all.forEach(({ licence, name }) => counts.set(licence, [...(counts.get(licence) ?? []), name]));
  return [...counts]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([licence, names]) => `  ${String(names.length).padStart(4)}  ${licence}${names.length > 3 ? '' : `: ${names.join(', ')}`}`);
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: { [path: string]: LockedPackage } };
const all = dependencies(lock.packages);
const peers = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { peerDependencies: object }).peerDependencies);

console.log('What users get with the library:');
all.filter(({ runtime }) => runtime).forEach(({ name, version, licence }) => console.log(`  ${name}@${version}: ${licence}`));
console.log('What they have already, or install beside it:');
all.filter(({ name }) => peers.includes(name)).forEach(({ name, version, licence }) => console.log(`  ${name}@${version}: ${licence}`));
console.log('What it is developed with:');
byLicence(all.filter(({ runtime }) => !runtime)).forEach((line) => console.log(line));

const problems = licenceProblems(all);
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length === 0 ? 0 : 1;
