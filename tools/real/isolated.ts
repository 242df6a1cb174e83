/** Runs programs where there is no network but a loopback of their own: what they dial refuses at once, and is nobody's server. */
import { has } from '../process';

/** What stands before the command of such a program; throws where this machine lets nobody make a network. */
export function isolated(): string[] {
  const ways = [
    ['--net'], // as root
    ['--net', '--user', '--map-root-user'],
  ].map((flags) => ['unshare', ...flags, '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']);
  const way = ways.find(([command, ...args]) => has(command, ...args, 'true'));
  if (way === undefined) {
    throw new Error(
      'this machine gives no program a network of its own: unshare (util-linux) and ip (iproute2) are needed, as root or with user namespaces',
    );
  }
  return way;
}
