/** Rolls the order process out in the cluster, as `npm run deploy-check` does in any. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../real/cluster';
import { helm } from '../real/helm';
import { kubectl } from '../real/kubectl';
import { Tally } from '../tally';
import { deployChecks, namespaceOf, Way } from '../deploy-check/checks';
import { ImageNames, ImagesOfThisMachine } from '../deploy-check/images';
import { RealRunner } from '../deploy-check/runner';

const IMAGES: ImageNames = { registry: 'test-cluster.test', tags: ['1', '2'], redis: 'redis:7-alpine' };
const WAYS: readonly Way[] = ['plain', 'helm'];

/** @param daprVersion which Dapr runs there */
export async function rollOut(cluster: Cluster, daprVersion: string, tally: Tally): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-roll-out-'));
  mkdirSync(join(work, 'images'));
  const images = new ImagesOfThisMachine((file) => cluster.importImages([file]));
  if (await tally.checkLater(images.title, () => images.provide(IMAGES, join(work, 'images')))) {
    const id = randomBytes(3).toString('hex');
    const runner = new RealRunner(new AbortController().signal);
    const programs = { helm: helm(), kubectl: kubectl() };
    await deployChecks({ runner, programs, kubeconfig: cluster.kubeconfig, images: IMAGES, daprVersion, tally, work, id, ways: WAYS });
    await Promise.all(
      WAYS.map((way) => cluster.kubectl(['delete', 'namespace', namespaceOf(way, id), '--ignore-not-found', '--wait=false'])),
    );
  }
}
