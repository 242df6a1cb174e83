import { Testing } from 'cdk8s';
import { ProjectChart } from './chart';

const manifests = Testing.synth(new ProjectChart(Testing.app(), '__NAME__'));

// `npm test -- -u` accepts a change. Read the difference first: it is what the cluster will get.
test('the manifests are those that were looked at last', () => {
  expect(manifests).toMatchSnapshot();
});

test('the broker is open to the application alone, and its password stands in no manifest', () => {
  const pubsub = manifests.find(({ kind, metadata }) => kind === 'Component' && metadata.name === '__NAME__-pubsub');
  expect(pubsub.scopes).toEqual(['__NAME__']);
  expect(pubsub.spec.metadata).toContainEqual({ name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password' } });
});
