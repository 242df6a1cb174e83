import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from '../../tools/deploy-check/collect';
import { Kubectl } from '../../tools/deploy-check/kubectl';
import { Recorder } from './support/recorder';

const POD = {
  metadata: { name: 'orders-1' },
  status: {
    containerStatuses: [
      { name: 'app', restartCount: 0 },
      { name: 'daprd', restartCount: 2 },
    ],
  },
};

test('events, descriptions and the logs of every container are written, also of those that were started again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-check-collect-'));
  try {
    const runner = new Recorder([
      [/get pods --namespace=shop --output=json/, JSON.stringify({ items: [POD] })],
      [/describe nodes/, { status: 1, stderr: 'nodes is forbidden' }],
      [/logs .*daprd .*--previous/, 'Fatal error from runtime'],
    ]);
    await collect(new Kubectl({ runner, kubectl: 'kubectl', kubeconfig: 'kubeconfig' }), ['shop'], folder);
    expect((readdirSync(folder, { recursive: true }) as string[]).sort()).toEqual([
      'nodes.txt',
      'pods.txt',
      'shop',
      'shop/dapr.yaml',
      'shop/events.txt',
      'shop/logs',
      'shop/logs/orders-1.app.log',
      'shop/logs/orders-1.daprd.before.log',
      'shop/logs/orders-1.daprd.log',
      'shop/pods-described.txt',
      'shop/workloads.txt',
    ]);
    expect(readFileSync(join(folder, 'nodes.txt'), 'utf8')).toBe('nodes is forbidden');
    expect(readFileSync(join(folder, 'shop/logs/orders-1.daprd.before.log'), 'utf8')).toBe('Fatal error from runtime');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
