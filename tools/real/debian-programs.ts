/** Takes programs of Debian packages without installing them. */
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from '../process';
import { cached } from './cache';

/** Whether this machine has Debian's tools for it. */
export function hasDebianPackages(): boolean {
  return has('apt-get') && has('dpkg-deb');
}

/**
 * A folder with the files of packages, and of those that they need and this machine has not, as they would stand in `/`. Nothing on the machine is
 * changed: apt keeps its lists and its archives in folders of the cache.
 */
export function debianPackages(names: readonly string[]): string {
  const sorted = [...names].sort();
  return cached(join('debian', `${release()}-${sorted.join('+')}`), (draft, work) => {
    console.error(`takes ${sorted.join(', ')} from Debian, once, and installs none of it`);
    ['lists', 'archives', 'unpacked'].forEach((folder) => mkdirSync(join(work, folder, 'partial'), { recursive: true }));
    const apart = [
      `Dir::State::Lists=${join(work, 'lists')}`,
      `Dir::Cache=${work}`,
      `Dir::Cache::Archives=${join(work, 'archives')}`,
      'APT::Sandbox::User=root',
      'Debug::NoLocking=1',
    ].flatMap((option) => ['-o', option]);
    run('apt-get', [...apart, '--quiet', 'update']);
    run('apt-get', [...apart, '--quiet', '--yes', '--no-install-recommends', '--download-only', 'install', ...sorted]);
    // Where /bin and the like are links into /usr, what packages hold there belongs into it too.
    mkdirSync(join(draft, 'usr'), { recursive: true });
    readdirSync(join(work, 'archives'))
      .filter((file) => file.endsWith('.deb'))
      .forEach((file) => run('dpkg-deb', ['--extract', join(work, 'archives', file), join(work, 'unpacked')]));
    for (const folder of ['bin', 'sbin', 'lib', 'lib64', 'usr'].filter((one) => existsSync(join(work, 'unpacked', one)))) {
      run('cp', ['-a', join(work, 'unpacked', folder, '.'), join(draft, folder === 'usr' ? 'usr' : join('usr', folder))]);
    }
    linkAlternatives(join(draft, 'usr', 'sbin'));
  });
}

function release(): string {
  const text = readFileSync('/etc/os-release', 'utf8');
  return /^VERSION_CODENAME=(\S+)/m.exec(text)?.[1] ?? 'unknown';
}

/** What the scripts of a package would link when it is installed. */
function linkAlternatives(folder: string): void {
  if (existsSync(join(folder, 'xtables-nft-multi'))) {
    for (const name of ['iptables', 'ip6tables'].flatMap((one) => [one, `${one}-save`, `${one}-restore`])) {
      symlinkSync('xtables-nft-multi', join(folder, name));
    }
  }
}
