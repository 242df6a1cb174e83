/** The shop is rolled out, used, upgraded and removed, in a namespace of its own. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tally } from '../../tally';
import { ImageNames } from '../images';
import { Kubectl } from '../kubectl';
import { contents } from './contents';
import { delivered, deliveryChecks } from './delivery';
import { Installer } from './installers';
import { APPS, Shop } from './shop';
import { Passwords, SERVERS, surroundings } from './surroundings';

export interface RollOut {
  /** In the namespace of the shop, which is there. */
  readonly kubectl: Kubectl;
  readonly images: ImageNames;
  readonly installer: Installer;
  readonly tally: Tally;
}

const ROLL_OUT = '180s';
const PATIENCE_MS = 200_000;

/** How long customers order before and after an upgrade. */
const MARGIN_MS = 5_000;

/** Makes all checks with one installer; stops at the first on which the others stand. */
export async function rollOutChecks({ kubectl, images, installer, tally }: RollOut): Promise<void> {
  const passwords: Passwords = { redis: word(), signing: word() };
  const shop = new Shop(kubectl, passwords);
  const how = installer.title;
  let before = new Set<string>();

  const surrounded = await tally.checkLater(`${how}: Redis and the witness run`, async () => {
    await kubectl.apply(surroundings(images, passwords));
    await rolledOut(kubectl, SERVERS);
    before = await contents(kubectl);
  });
  const installed = surrounded && (await tally.checkLater(`${how}: the shop rolls out`, () => install(kubectl, installer, 0)));
  if (!installed) {
    return;
  }
  await deliveryChecks(shop, tally);
  await tally.checkLater(`${how}: an upgrade while customers order loses no message`, () => upgrade(shop, installer, images));
  await tally.checkLater(`${how}: removal leaves nothing`, () => removal(kubectl, installer, before));
}

const word = (): string => randomBytes(12).toString('hex');

async function rolledOut(kubectl: Kubectl, deployments: readonly string[]): Promise<void> {
  for (const name of deployments) {
    await kubectl.run(['rollout', 'status', `deployment/${name}`, `--timeout=${ROLL_OUT}`], { patienceMs: PATIENCE_MS });
  }
}

async function install(kubectl: Kubectl, installer: Installer, version: 0 | 1): Promise<string> {
  const start = Date.now();
  await installer.install(version);
  await rolledOut(kubectl, APPS);
  return `${Math.round((Date.now() - start) / 100) / 10} s`;
}

async function upgrade(shop: Shop, installer: Installer, images: ImageNames): Promise<string> {
  await shop.startCustomer('upgrade');
  await sleep(MARGIN_MS);
  const took = await install(shop.kubectl, installer, 1);
  await sleep(MARGIN_MS);
  const { accepted, givenUp, repeated } = await shop.stopCustomer();
  if (givenUp.length > 0 || accepted.length === 0) {
    throw new Error(`of ${accepted.length + givenUp.length} orders ${givenUp.length} were not taken: ${JSON.stringify(repeated)}`);
  }
  const found = await delivered(shop, accepted);
  await newImages(shop.kubectl, images);
  const kept = await shop.orders(['first']);
  if (kept.length !== 1) {
    throw new Error('the order from before the upgrade is not there any more');
  }
  const again = Object.values(repeated).reduce((sum, count) => sum + count, 0);
  return `${found}; ${again} requests sent again${again > 0 ? ` (${JSON.stringify(repeated)})` : ''}; the upgrade took ${took}`;
}

/** Fails where a pod of the shop, but for those that go, has another image than that of the second version. */
async function newImages(kubectl: Kubectl, { tags }: ImageNames): Promise<void> {
  const { items } = await kubectl.json(['get', 'pods', '--selector=app.kubernetes.io/name']);
  const pods = items as {
    metadata: { name: string; deletionTimestamp?: string };
    spec: { containers: { name: string; image: string }[] };
  }[];
  const old = pods.filter(
    ({ metadata, spec }) =>
      metadata.deletionTimestamp === undefined &&
      spec.containers.some(({ name, image }) => name === 'app' && !image.endsWith(`:${tags[1]}`)),
  );
  if (old.length > 0) {
    throw new Error(`these pods still have the old image: ${old.map(({ metadata }) => metadata.name).join(', ')}`);
  }
}

async function removal(kubectl: Kubectl, installer: Installer, before: ReadonlySet<string>): Promise<void> {
  await installer.remove();
  await kubectl.until(
    'something is left',
    async () => {
      const left = [...(await contents(kubectl))].filter((name) => !before.has(name));
      return left.length === 0 ? true : left.join(', ');
    },
    90_000,
  );
}
