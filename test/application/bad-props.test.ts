import { Duration } from 'cdk8s';
import { AppProtocol } from '../../src/generated/sidecar-options';
import { complaintsAbout } from './support';

test.each<[props: object, complaint: string]>([
  [
    { image: undefined },
    "DAPR012 [shop/checkout] 'image' is required by an Application: got nothing, expected an image, e.g. 'checkout:1.0.0'",
  ],
  [{ port: 70000 }, "DAPR014 [shop/checkout] 'port' of an Application must be a whole number from 1 to 65535: got 70000"],
  [
    { port: 3500 },
    "DAPR015 [shop/checkout] 'appPort' of the sidecar cannot be 3500, which is the sidecar's HTTP port: expected another port",
  ],
  [{ replicas: -1 }, "DAPR014 [shop/checkout] 'replicas' of an Application must be a whole number of at least 0: got -1"],
  [{ env: { A: 1 } }, "DAPR011 [shop/checkout] 'env' of an Application must be an object whose values are texts: got an object with A"],
  [
    { imagePullPolicy: 'always' },
    "DAPR013 [shop/checkout] 'imagePullPolicy' of an Application must be one of Always, IfNotPresent, Never: got 'always'; did you mean 'Always'?",
  ],
  [
    { healthPath: 'healthz', port: 80 },
    "DAPR014 [shop/checkout] 'healthPath' of an Application must be a path that starts with '/', e.g. '/healthz': got 'healthz'",
  ],
  [
    { terminationGracePeriod: Duration.millis(500) },
    "DAPR014 [shop/checkout] 'terminationGracePeriod' of an Application must be a Duration of whole seconds, at least 1s, e.g. Duration.seconds(5): got Duration of 500ms",
  ],
  [{ replica: 3 }, "DAPR010 [shop/checkout] 'replica' is not a property of an Application: did you mean 'replicas'?"],
  [
    { appId: 'Check_Out' },
    "DAPR003 [shop/checkout] the app id cannot be 'Check_Out': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'check-out'",
  ],
  [
    { appId: '1st', port: 80 },
    "DAPR003 [shop/checkout] the Service of an Application cannot be named '1st': expected a name that starts with a letter",
  ],
  [
    { healthPath: '/healthz' },
    "DAPR015 [shop/checkout] 'healthPath' of an Application has no effect without 'port': set the port on which it answers",
  ],
  [
    { healthPath: '/healthz', port: 80, appProtocol: AppProtocol.GRPC },
    "DAPR015 [shop/checkout] 'healthPath' of an Application cannot be asked over grpc: leave it out, and the probes only connect to the port",
  ],
  [
    { sidecar: { appId: 'other' } },
    "DAPR015 [shop/checkout] 'sidecar.appId' of an Application contradicts 'appId': got 'other' and 'checkout'; set 'appId' alone",
  ],
  [
    { sidecar: { appPort: 80 } },
    "DAPR015 [shop/checkout] 'sidecar.appPort' of an Application contradicts 'port': got 80 and nothing; set 'port' alone",
  ],
  [
    { appProtocol: AppProtocol.GRPC, sidecar: { appProtocol: AppProtocol.HTTP } },
    "DAPR015 [shop/checkout] 'sidecar.appProtocol' of an Application contradicts 'appProtocol': got 'http' and 'grpc'; set 'appProtocol' alone",
  ],
  [
    { config: { name: 'a' }, sidecar: { config: { name: 'b' } } },
    "DAPR015 [shop/checkout] 'sidecar.config' of an Application contradicts 'config': got 'b' and 'a'; set 'config' alone",
  ],
  [
    { sidecar: { logLevel: 'loud' } },
    "DAPR013 [shop/checkout] 'logLevel' of the sidecar must be one of debug, info, warn, error, fatal: got 'loud'",
  ],
  [
    { automountServiceAccountToken: false, sidecar: { disableBuiltinK8sSecretStore: false } },
    "DAPR015 [shop/checkout] 'automountServiceAccountToken' of an Application cannot be false while 'sidecar.disableBuiltinK8sSecretStore' is false: daprd exits without the token; leave one of them out",
  ],
  [
    { terminationGracePeriod: Duration.seconds(10), sidecar: { gracefulShutdown: Duration.seconds(30) } },
    "DAPR015 [shop/checkout] 'terminationGracePeriod' of an Application is shorter than the sidecar's shutdown: got Duration of 10000ms, expected at least 'sidecar.blockShutdownDuration' (Duration of 3000ms) and 'sidecar.gracefulShutdown' (Duration of 30000ms) together",
  ],
])('%j is refused', (props, complaint) => {
  expect(complaintsAbout(props)).toBe(complaint);
});

test('an id that is no app id is refused', () => {
  expect(complaintsAbout({}, 'CheckOut')).toBe(
    "DAPR003 [shop/CheckOut] the app id cannot be 'CheckOut': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'check-out'",
  );
});

test('all that is wrong is reported together', () => {
  expect(complaintsAbout({ port: 0, replicas: 0.5, sidecar: { grpcPort: 0 } }).split('\n')).toEqual([
    "DAPR014 [shop/checkout] 'port' of an Application must be a whole number from 1 to 65535: got 0",
    "DAPR011 [shop/checkout] 'replicas' of an Application must be a whole number of at least 0: got 0.5",
    "DAPR014 [shop/checkout] 'grpcPort' of the sidecar must be a whole number from 1 to 65535: got 0",
  ]);
});

test('an app id that starts with a digit is accepted where there is no Service', () => {
  expect(complaintsAbout({ appId: '1st' })).toBe('nothing was thrown');
});
