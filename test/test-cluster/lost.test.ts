import { lost } from '../../tools/test-cluster/admission/lost';

const component = (spec: object, metadata: object = {}): object => ({
  apiVersion: 'dapr.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'store', namespace: 'shop', ...metadata },
  spec,
});
const deployment = (spec: object): object => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec });

describe('what was written and is not read', () => {
  test('is nothing where the server only adds', () => {
    const written = component({ type: 'state.redis' });
    const read = component({ type: 'state.redis', version: 'v1' }, { uid: '1', labels: { a: 'b' } });
    expect(lost(written, read)).toEqual([]);
  });

  test('names each field that is gone or other, with both values', () => {
    const written = component({ type: 'state.redis', extra: true, list: [{ name: 'a', value: '1' }, { name: 'b' }] });
    const read = component({ type: 'state.redis', list: [{ name: 'a', value: '2' }] });
    expect(lost(written, read)).toEqual(['spec.extra: wrote true, read nothing', 'spec.list: wrote 2 items, read 1']);
    expect(lost(component({ list: [{ name: 'a', value: '1' }] }), component({ list: [{ name: 'a', value: '2' }] }))).toEqual([
      'spec.list[0].value: wrote "1", read "2"',
    ]);
    expect(lost(component({}, { annotations: { 'dapr.io/x': 'y' } }), component({}))).toEqual([
      'metadata.annotations: wrote {"dapr.io/x":"y"}, read nothing',
    ]);
  });

  test('is no zero that Kubernetes leaves out of its own kinds, but any that is gone from a custom resource', () => {
    expect(lost(deployment({ minReadySeconds: 0, paused: false }), deployment({}))).toEqual([]);
    expect(lost(component({ ignoreErrors: false }), component({}))).toEqual(['spec.ignoreErrors: wrote false, read nothing']);
    expect(lost(deployment({ replicas: 0 }), deployment({ replicas: 1 }))).toEqual(['spec.replicas: wrote 0, read 1']);
  });

  test('is no quantity that is spelled otherwise, but one that is another', () => {
    const limits = (memory: string, cpu: string): object => deployment({ resources: { limits: { memory, cpu } } });
    expect(lost(limits('1024Mi', '1000m'), limits('1Gi', '1'))).toEqual([]);
    expect(lost(limits('1024M', '0.5'), limits('1024Mi', '500m'))).toEqual(['spec.resources.limits.memory: wrote "1024M", read "1024Mi"']);
    expect(lost(component({ value: '1000m' }), component({ value: '1' }))).toEqual(['spec.value: wrote "1000m", read "1"']);
  });

  test('is no empty list or mapping of Kubernetes, but for the kind of a volume', () => {
    expect(lost(deployment({ tolerations: [], affinity: {} }), deployment({}))).toEqual([]);
    expect(lost(component({ options: {} }), component({}))).toEqual(['spec.options: wrote {}, read nothing']);
    const volume = (kind: object): object => deployment({ volumes: [{ name: 'tmp', ...kind }] });
    expect(lost(volume({ emptyDir: {} }), volume({}))).toEqual(['spec.volumes[0].emptyDir: wrote {}, read nothing']);
  });

  test('looks for the text of a Secret where it is kept', () => {
    const secret = (data: object): object => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'redis' }, ...data });
    expect(lost(secret({ stringData: { password: 'x' } }), secret({ data: { password: 'eA==' } }))).toEqual([]);
    expect(lost(secret({ stringData: { password: 'x' } }), secret({ data: { password: 'eQ==' } }))).toEqual([
      'data.password: wrote "eA==", read "eQ=="',
    ]);
  });

  test('is no namespace of what has none', () => {
    const namespace = (metadata: object): object => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', ...metadata } });
    expect(lost(namespace({ namespace: 'shop' }), namespace({}))).toEqual([]);
    expect(lost(component({}), component({}, { namespace: 'other' }))).toEqual(['metadata.namespace: wrote "shop", read "other"']);
  });
});
