import { Duration } from 'cdk8s';
import * as dapr from '../../../src';
import { startEtcd } from '../../../tools/real/servers/etcd';
import { startMemcached } from '../../../tools/real/servers/memcached';
import { startZooKeeper } from '../../../tools/real/servers/zookeeper';
import { describeLoads } from '../support/loads';

describeLoads(
  'memcached, etcd and ZooKeeper',
  async (processes) => {
    const [memcached, etcd, zookeeper] = await Promise.all([startMemcached(processes), startEtcd(processes), startZooKeeper(processes)]);
    return { memcached: memcached.address, etcd: etcd.address, zookeeper: zookeeper.address };
  },
  [
    { title: 'state.Memcached, the least', of: (chart, id, { memcached }) => new dapr.state.Memcached(chart, id, { hosts: [memcached] }) },
    {
      title: 'state.Memcached, with every field',
      of: (chart, id, { memcached }) =>
        new dapr.state.Memcached(chart, id, { hosts: [memcached], maxIdleConnections: 4, timeout: Duration.seconds(2) }),
    },
    { title: 'state.Etcd, the least', of: (chart, id, { etcd }) => new dapr.state.Etcd(chart, id, { endpoints: etcd }) },
    {
      title: 'state.Etcd, with a prefix',
      of: (chart, id, { etcd }) =>
        new dapr.state.Etcd(chart, id, { endpoints: etcd, keyPrefixPath: 'shop', maxTxnOps: 64, actorStateStore: true }),
    },
    {
      title: 'state.EtcdV1',
      of: (chart, id, { etcd }) => new dapr.state.EtcdV1(chart, id, { endpoints: etcd, keyPrefixPath: 'old' }),
    },
    {
      title: 'state.Zookeeper',
      use: { refuses: 'zk: invalid ACL specified' }, // Dapr makes keys without an access list, which no ZooKeeper takes
      of: (chart, id, { zookeeper }) =>
        new dapr.state.Zookeeper(chart, id, {
          servers: zookeeper,
          sessionTimeout: '5s',
          keyPrefixPath: '/',
        }),
    },
  ],
);
