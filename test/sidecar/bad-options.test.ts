import { Chart, Duration, Size, ApiObject } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-27';
import { DaprVersion } from '../../src/dapr-version';
import { Sidecar } from '../../src/sidecar';
import { annotationsFor, complaintsAbout, deployment, messageOf, podAnnotations, shop } from './support';

test.each<[options: object, complaint: string]>([
  // one value
  [{ appPort: 0 }, "DAPR014 [shop/orders] 'appPort' of the sidecar must be a whole number from 1 to 65535: got 0"],
  [{ appPort: '80' }, "DAPR011 [shop/orders] 'appPort' of the sidecar must be a whole number from 1 to 65535: got '80'"],
  [
    { appMaxConcurrency: -2 },
    "DAPR014 [shop/orders] 'appMaxConcurrency' of the sidecar must be a whole number from -1 to 2147483647: got -2",
  ],
  [
    { appProtocol: 'grcp' },
    "DAPR013 [shop/orders] 'appProtocol' of the sidecar must be one of http, https, grpc, grpcs, h2c: got 'grcp'; did you mean 'grpc'?",
  ],
  [
    { logLevel: 'warning' },
    "DAPR013 [shop/orders] 'logLevel' of the sidecar must be one of debug, info, warn, error, fatal: got 'warning'",
  ],
  [{ enableApiLogging: 'yes' }, "DAPR011 [shop/orders] 'enableApiLogging' of the sidecar must be true or false: got 'yes'"],
  [{ apport: 1 }, "DAPR010 [shop/orders] 'apport' is not a property of the sidecar: did you mean 'appPort'?"],
  [
    { gracefulShutdown: Duration.millis(1500) },
    "DAPR014 [shop/orders] 'gracefulShutdown' of the sidecar must be a Duration of whole seconds, e.g. Duration.seconds(5): got Duration of 1500ms",
  ],
  [
    { gracefulShutdown: 5 },
    "DAPR011 [shop/orders] 'gracefulShutdown' of the sidecar must be a Duration of whole seconds, e.g. Duration.seconds(5): got 5",
  ],
  [
    { actorsDisseminateTimeout: Duration.millis(0) },
    "DAPR014 [shop/orders] 'actorsDisseminateTimeout' of the sidecar must be a Duration of whole milliseconds, at least 1ms, e.g. Duration.seconds(5): got Duration of 0ms",
  ],
  [{ maxBodySize: '4Mi' }, "DAPR011 [shop/orders] 'maxBodySize' of the sidecar must be a Size, e.g. Size.mebibytes(4): got '4Mi'"],
  [{ maxBodySize: Size.kibibytes(0) }, "DAPR014 [shop/orders] 'maxBodySize' of the sidecar must be more than nothing: got 0"],
  [
    { sidecarCpuLimit: 'lots' },
    "DAPR014 [shop/orders] 'sidecarCpuLimit' of the sidecar must be a quantity of processors, e.g. '100m' or '0.5': got 'lots'",
  ],
  [{ sidecarImage: '' }, "DAPR014 [shop/orders] 'sidecarImage' of the sidecar must be the name of an image: got ''"],
  [{ apiTokenSecret: 'My_Secret' }, "DAPR014 [shop/orders] 'apiTokenSecret' of the sidecar must be the name of a Secret: got 'My_Secret'"],
  [
    { sidecarSeccompProfileType: 'Localhost' },
    "DAPR013 [shop/orders] 'sidecarSeccompProfileType' of the sidecar must be one of RuntimeDefault, Unconfined: got 'Localhost'",
  ],
  [
    { appId: 'Order_Service' },
    "DAPR003 [shop/orders] 'appId' of the sidecar cannot be 'Order_Service': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'order-service'",
  ],
  [
    { config: 'appconfig' },
    "DAPR011 [shop/orders] 'config' of the sidecar must be a Configuration, or ConfigurationReference.fromName('name'): got 'appconfig'",
  ],
  [
    { config: { name: 'App Config' } },
    "DAPR014 [shop/orders] 'config' of the sidecar must be a Configuration, or ConfigurationReference.fromName('name'): got one that is named 'App Config'",
  ],
  // lists
  [
    { disableInitEndpoints: ['subscribtions'] },
    "DAPR013 [shop/orders] 'disableInitEndpoints' of the sidecar must be a list of config, subscribe: got 'subscribtions'",
  ],
  [
    { disableInitEndpoints: ['confg'] },
    "DAPR013 [shop/orders] 'disableInitEndpoints' of the sidecar must be a list of config, subscribe: got 'confg'; did you mean 'config'?",
  ],
  [
    { placementHostAddresses: ['a:1, b:2'] },
    "DAPR014 [shop/orders] 'placementHostAddresses' of the sidecar must be a list of texts without commas, quotes and white space, because Dapr splits it at commas: got 'a:1, b:2'",
  ],
  [
    { pluggableComponents: [''] },
    "DAPR014 [shop/orders] 'pluggableComponents' of the sidecar must be a list of texts without commas, quotes and white space, because Dapr splits it at commas: got ''",
  ],
  // maps
  [
    { env: { A: 'x,B=y' } },
    "DAPR014 [shop/orders] 'env.A' of the sidecar would not arrive as it is: got 'x,B=y', expected a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits",
  ],
  [
    { env: { A: 'x,\t_b1=' } },
    "DAPR014 [shop/orders] 'env.A' of the sidecar would not arrive as it is: got 'x,\t_b1=', expected a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits",
  ],
  [
    { env: { A: 'x ', B: 'fine' } },
    "DAPR014 [shop/orders] 'env.A' of the sidecar would not arrive as it is: got 'x ', expected a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits",
  ],
  [
    { env: { A: '1', 'my.var': '2' } },
    "DAPR014 [shop/orders] 'env.my.var' of the sidecar would not arrive as it is: got '2', expected a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits",
  ],
  [
    { env: { 'A=B': '1' } },
    "DAPR014 [shop/orders] 'env' of the sidecar cannot have the name 'A=B': expected letters, digits, '_', '-' and '.', and no digit first",
  ],
  [{ env: { A: 1 } }, "DAPR011 [shop/orders] 'env' of the sidecar must be an object whose values are texts: got an object with A"],
  [
    { envFromSecret: { A: 'a:b:c' } },
    "DAPR014 [shop/orders] 'envFromSecret.A' of the sidecar would not arrive as it is: got 'a:b:c', expected 'secret:key', or 'secret' where the key has the same name",
  ],
  [
    { volumeMounts: { certs: 'C:/certs' } },
    "DAPR014 [shop/orders] 'volumeMounts.certs' of the sidecar would not arrive as it is: got 'C:/certs', expected a path without ',' and ':'",
  ],
  [
    { volumeMountsRw: { Certs: '/certs' } },
    "DAPR014 [shop/orders] 'volumeMountsRw' of the sidecar cannot have the name 'Certs': expected a volume's name: lower case letters, digits and '-'",
  ],
  [
    { volumeMounts: { a: '/x' }, volumeMountsRw: { b: '/x' } },
    "DAPR015 [shop/orders] 'volumeMounts' and 'volumeMountsRw' of the sidecar put two volumes at '/x': 'a' and 'b'",
  ],
  [
    { sidecarSvcAnnotations: { a: 'x,y' } },
    "DAPR014 [shop/orders] 'sidecarSvcAnnotations.a' of the sidecar would not arrive as it is: got 'x,y', expected a text without a comma and without white space at its ends",
  ],
  [
    { sidecarSvcAnnotations: { 'a b': 'x' } },
    "DAPR014 [shop/orders] 'sidecarSvcAnnotations' of the sidecar cannot have the name 'a b': expected an annotation's name, e.g. 'example.com/team'",
  ],
  [
    { sidecarSvcAnnotations: { 'dapr.io/app-id': 'x' } },
    "DAPR015 [shop/orders] 'sidecarSvcAnnotations' of the sidecar cannot set 'dapr.io/app-id': Dapr sets it itself and drops yours",
  ],
  [
    { sidecarSvcAnnotations: { 'prometheus.io/port': '1' } },
    "DAPR015 [shop/orders] 'sidecarSvcAnnotations' of the sidecar cannot set 'prometheus.io/port': Dapr sets it itself and drops yours",
  ],
  // several values together
  [
    { appPort: 3500 },
    "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 3500, which is the sidecar's HTTP port: expected another port",
  ],
  [
    { appPort: 3501 },
    "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 3501, which is the sidecar's health port: expected another port",
  ],
  [{ appPort: 50001 }, "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 50001, which is 'grpcPort': expected another port"],
  [{ appPort: 9090 }, "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 9090, which is 'metricsPort': expected another port"],
  [
    { appPort: 7777, enableProfiling: true },
    "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 7777, which is the profiler's port: expected another port",
  ],
  [
    { enableDebug: true, debugPort: 50002 },
    "DAPR015 [shop/orders] 'debugPort' of the sidecar cannot be 50002, which is 'internalGrpcPort': expected another port",
  ],
  [
    { metricsPort: 50001 },
    "DAPR015 [shop/orders] 'metricsPort' of the sidecar cannot be 50001, which is 'grpcPort': expected another port",
  ],
  [
    { enableMetrics: false, metricsPort: 50001 },
    "DAPR015 [shop/orders] 'metricsPort' of the sidecar cannot be 50001, which is 'grpcPort': expected another port",
  ],
  [
    { grpcPort: 80 },
    "DAPR015 [shop/orders] 'grpcPort' of the sidecar cannot be 80, which is the HTTP port of the Service that Dapr makes: expected another port",
  ],
  [
    { appPort: 50001, appChannelAddress: 'db' },
    "DAPR015 [shop/orders] 'appPort' of the sidecar cannot be 50001, which is 'grpcPort': expected another port",
  ],
  [
    { enableAppHealthCheck: true, appHealthProbeTimeout: Duration.seconds(6) },
    "DAPR015 [shop/orders] 'appHealthProbeTimeout' of the sidecar cannot be longer than 'appHealthProbeInterval', where daprd stops: got 6000ms and 5000ms",
  ],
  [
    { appHealthCheckPath: '/live' },
    "DAPR015 [shop/orders] 'appHealthCheckPath' of the sidecar has no effect unless 'enableAppHealthCheck' is true: set it, or leave 'appHealthCheckPath' out",
  ],
  [
    { debugPort: 4, enableDebug: false },
    "DAPR015 [shop/orders] 'debugPort' of the sidecar has no effect unless 'enableDebug' is true: set it, or leave 'debugPort' out",
  ],
  [
    { sidecarMemoryRequest: Size.gibibytes(1), sidecarMemoryLimit: Size.mebibytes(512) },
    "DAPR015 [shop/orders] 'sidecarMemoryRequest' of the sidecar cannot be more than 'sidecarMemoryLimit': got 1Gi and 512Mi",
  ],
  [
    { sidecarCpuRequest: '1', sidecarCpuLimit: '900m' },
    "DAPR015 [shop/orders] 'sidecarCpuRequest' of the sidecar cannot be more than 'sidecarCpuLimit': got 1 and 900m",
  ],
])('%j is refused', (options, complaint) => {
  expect(complaintsAbout(options)).toBe(complaint);
});

test.each<[object]>([
  [{ appPort: 9090, enableMetrics: false }],
  [{ appPort: 9090, appChannelAddress: 'db' }],
  [{ appPort: 80 }],
  [{ appPort: 7777 }],
  [{ appPort: 40000 }],
  [{ enableAppHealthCheck: true, appHealthProbeTimeout: Duration.seconds(5) }],
  [{ env: { A: 'x,y', B: ' x, 1=2,' } }],
  [{ env: { 'my.var': '2' } }],
  [{ sidecarCpuRequest: '100m', sidecarCpuLimit: '0.1' }],
  [{ sidecarCpuRequest: '1Ki', sidecarCpuLimit: '1.1e3' }],
  [{ sidecarCpuRequest: '1010', sidecarCpuLimit: '1Ki' }],
  [{ sidecarMemoryRequest: Size.mebibytes(512), sidecarMemoryLimit: Size.mebibytes(512) }],
  [{ enableMetrics: false, sidecarSvcAnnotations: { 'prometheus.io/port': '1' } }],
  [{ volumeMounts: { a: '/x', b: '/y' } }],
])('%j is accepted, as Dapr accepts it', (options) => {
  expect(complaintsAbout(options)).toBe('nothing was thrown');
});

test('all that is wrong with one call is reported together', () => {
  const options = { appId: '-', appPort: 0, logLevel: 'loud', env: { A: 'x,B=y' } };
  expect(complaintsAbout(options).split('\n')).toEqual([
    "DAPR014 [shop/orders] 'appPort' of the sidecar must be a whole number from 1 to 65535: got 0",
    "DAPR013 [shop/orders] 'logLevel' of the sidecar must be one of debug, info, warn, error, fatal: got 'loud'",
    "DAPR003 [shop/orders] 'appId' of the sidecar cannot be '-': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends",
    "DAPR014 [shop/orders] 'env.A' of the sidecar would not arrive as it is: got 'x,B=y', expected a text without white space at its end, and without a comma that is followed by a name and '=', where Dapr splits",
  ]);
});

test('a target that is wrong is reported with the options', () => {
  const configMap = (chart: Chart): ApiObject => new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap' });
  expect(
    complaintsAbout({ appPort: 0 }, configMap)
      .split('\n')
      .map((line) => line.slice(0, 7)),
  ).toEqual(['DAPR011', 'DAPR014']);
});

test('nothing is injected when something is wrong', () => {
  const chart = shop();
  const object = deployment(chart, { template: { metadata: { annotations: { a: 'b' } } } });
  messageOf(() => Sidecar.inject(object, { appPort: 0 }));
  expect(podAnnotations(chart)).toEqual({ a: 'b' });
  expect(Sidecar.inject(object, { appPort: 1 }).appId).toBe('orders');
});

describe('without an app id', () => {
  test('the name of the workload is taken', () => {
    expect(Sidecar.inject(deployment(shop(), {}, 'basket')).appId).toBe('basket');
  });

  test('a name that is no app id is refused', () => {
    expect(complaintsAbout({}, (chart) => deployment(chart, {}, 'a.b'))).toBe(
      "DAPR003 [shop/orders] the app id of the Deployment 'a.b', which is its name unless 'appId' is given, cannot be 'a.b': expected at most 58 lower case letters, digits and '-', with a letter or digit at both ends, e.g. 'a-b'",
    );
  });

  test('a name that cdk8s has made is refused', () => {
    const add = (chart: Chart): Deployment => new Deployment(chart, 'orders', { containers: [{ image: 'x' }] });
    expect(complaintsAbout({}, add)).toBe(
      "DAPR012 [shop/orders] 'appId' is required by the sidecar of the Deployment 'shop-orders-c848ac5c', whose name is generated and changes with its place: got nothing, expected the name that other applications call it by, e.g. 'orders'",
    );
  });
});

test('a built-in secret store cannot be asked for where the pod mounts no token', () => {
  const add = (chart: Chart): Deployment => new Deployment(chart, 'orders', { containers: [{ image: 'x' }] });
  expect(complaintsAbout({ appId: 'orders', disableBuiltinK8sSecretStore: false }, add)).toBe(
    "DAPR015 [shop/orders] 'disableBuiltinK8sSecretStore' of the sidecar cannot be false where the pod has automountServiceAccountToken: false: daprd exits without the token; leave the option out, or mount the token",
  );
});

describe('for Dapr 1.17', () => {
  function job(chart: Chart): ApiObject {
    DaprVersion.use(chart, DaprVersion.V1_17);
    return new ApiObject(chart, 'orders', {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'orders' },
      spec: { template: { metadata: {}, spec: {} } },
    });
  }

  test('a Job gets no native sidecar', () => {
    const chart = shop();
    Sidecar.inject(job(chart));
    expect(podAnnotations(chart)).toEqual({ 'dapr.io/app-id': 'orders', 'dapr.io/enabled': 'true' });
  });

  test.each([
    ['enableNativeSidecar', true],
    ['actorsDisseminateTimeout', Duration.seconds(9)],
    ['appBindingOptionsTimeout', Duration.seconds(9)],
  ])('%s is refused', (option, value) => {
    expect(complaintsAbout({ [option]: value }, job)).toBe(
      `DAPR016 [shop/orders] '${option}' of the sidecar is known to Dapr 1.18 and later, and the manifests are for Dapr 1.17: leave it out, or set another version with DaprVersion.use`,
    );
  });
});

test('an explicit value for the native sidecar of a Job wins', () => {
  const chart = shop();
  const job = new ApiObject(chart, 'orders', {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'orders' },
    spec: { template: { metadata: {}, spec: {} } },
  });
  Sidecar.inject(job, { enableNativeSidecar: false });
  expect(podAnnotations(chart)['dapr.io/enable-native-sidecar']).toBe('false');
});

test('a deprecated annotation has no option', () => {
  expect(complaintsAbout({ httpMaxRequestSize: 4 })).toMatch(
    /^DAPR010 \[shop\/orders\] 'httpMaxRequestSize' is not a property of the sidecar/,
  );
});

test('undefined is as if left out', () => {
  expect(annotationsFor({ appPort: undefined, env: undefined })).toEqual({});
});
