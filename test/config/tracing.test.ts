import { Duration } from 'cdk8s';
import { Configuration, OtelProtocol, Tracing } from '../../src/config';
import { MetadataValue, SecretValue } from '../../src/metadata-value';
import { manifestOf, mistakesOf, shop } from '../support/resources';

function tracingOf(tracing: Tracing): any {
  const chart = shop();
  new Configuration(chart, 'appconfig', { tracing });
  return manifestOf(chart).spec.tracing;
}

function refused(tracing: unknown): string[] {
  return mistakesOf(() => new Configuration(shop(), 'appconfig', { tracing: tracing as Tracing }));
}

test.each([
  [1, '1'],
  [0, '0'],
  [0.25, '0.25'],
  [undefined, '0.0001'],
])('a sampling rate of %p is written as the text %p', (samplingRate, text) => {
  expect(tracingOf(Tracing.stdout({ samplingRate }))).toEqual({ samplingRate: text, stdout: true });
});

test('Zipkin is reached by a whole URL', () => {
  expect(tracingOf(Tracing.zipkin('http://zipkin:9411/api/v2/spans', { samplingRate: 1 }))).toEqual({
    samplingRate: '1',
    zipkin: { endpointAddress: 'http://zipkin:9411/api/v2/spans' },
  });
});

test('OpenTelemetry is reached by gRPC with TLS where nothing else is said', () => {
  expect(tracingOf(Tracing.otel('otel-collector:4317')).otel).toEqual({
    endpointAddress: 'otel-collector:4317',
    protocol: 'grpc',
    isSecure: true,
  });
});

test('OpenTelemetry takes headers from secrets, sorted by name', () => {
  const options = {
    samplingRate: 0.5,
    protocol: OtelProtocol.HTTP,
    isSecure: false,
    timeout: Duration.seconds(5),
    headers: { 'x-tenant': 'shop', authorization: SecretValue.fromSecretKeyRef('otel', 'token'), 'x-raw': MetadataValue.fromText('a') },
  };
  expect(tracingOf(Tracing.otel('collector:4318', options))).toEqual({
    samplingRate: '0.5',
    otel: {
      endpointAddress: 'collector:4318',
      protocol: 'http',
      isSecure: false,
      timeout: '5s',
      headers: [
        { name: 'authorization', secretKeyRef: { name: 'otel', key: 'token' } },
        { name: 'x-raw', value: 'a' },
        { name: 'x-tenant', value: 'shop' },
      ],
    },
  });
});

test('spans go to several destinations', () => {
  const tracing = Tracing.of({ samplingRate: 1, stdout: true, zipkin: 'http://zipkin:9411', otel: { endpointAddress: 'otel:4317' } });
  expect(Object.keys(tracingOf(tracing))).toEqual(['otel', 'samplingRate', 'stdout', 'zipkin']);
});

test('a gRPC name with a scheme of its own is left alone', () => {
  expect(tracingOf(Tracing.otel('dns:///collector:4317')).otel.endpointAddress).toBe('dns:///collector:4317');
});

test('changing the caller’s headers later changes nothing', () => {
  const headers: { [name: string]: string } = { a: '1' };
  const tracing = Tracing.otel('otel:4317', { headers });
  headers.b = '2';
  expect(tracingOf(tracing).otel.headers).toEqual([{ name: 'a', value: '1' }]);
});

test.each<[string, unknown, string]>([
  [
    'a rate above 1',
    Tracing.stdout({ samplingRate: 50 }),
    `DAPR014 [shop/appconfig] 'tracing.samplingRate' of Configuration must be a number from 0 to 1: got 50`,
  ],
  [
    'a rate as text',
    Tracing.stdout({ samplingRate: '50%' as any }),
    `DAPR011 [shop/appconfig] 'tracing.samplingRate' of Configuration must be a number from 0 to 1: got '50%'`,
  ],
  [
    'a Zipkin address without a scheme, at which sidecars stop',
    Tracing.zipkin('zipkin:9411'),
    `DAPR014 [shop/appconfig] 'tracing.zipkin' of Configuration must be an absolute URL, e.g. 'http://zipkin:9411/api/v2/spans': got 'zipkin:9411'`,
  ],
  [
    'an OpenTelemetry address with a scheme',
    Tracing.otel('http://otel:4318'),
    `DAPR014 [shop/appconfig] 'tracing.otel.endpointAddress' of Configuration must be host:port without http://, e.g. 'otel-collector:4317': got 'http://otel:4318'`,
  ],
  [
    'a protocol at which sidecars stop',
    Tracing.otel('otel:4317', { protocol: 'http/protobuf' as any }),
    `DAPR013 [shop/appconfig] 'tracing.otel.protocol' of Configuration must be one of grpc, http: got 'http/protobuf'`,
  ],
  [
    'a header from the environment, which Dapr does not resolve',
    Tracing.otel('otel:4317', { headers: { token: MetadataValue.fromEnv('TOKEN') } }),
    `DAPR013 [shop/appconfig] 'tracing.otel.headers.token' of Configuration cannot come from the environment, which Dapr does not look up here: got 'TOKEN', expected SecretValue.fromSecretKeyRef('name', 'key')`,
  ],
  [
    'a header from a secret without the key',
    Tracing.otel('otel:4317', { headers: { token: SecretValue.fromSecretKeyRef('otel') } }),
    `DAPR012 [shop/appconfig] 'tracing.otel.headers.token' of Configuration needs the key inside the secret 'otel': got the secret's name only, expected SecretValue.fromSecretKeyRef('otel', 'key')`,
  ],
  [
    'a header that is no text, without showing it',
    Tracing.otel('otel:4317', { headers: { token: 12345 as any } }),
    `DAPR011 [shop/appconfig] 'tracing.otel.headers.token' of Configuration must be text or a MetadataValue, e.g. SecretValue.fromSecretKeyRef('name', 'key'): got number, not shown`,
  ],
  [
    'headers as a list',
    Tracing.otel('otel:4317', { headers: ['a=b'] as any }),
    `DAPR011 [shop/appconfig] 'tracing.otel.headers' of Configuration must be an object of texts and MetadataValues by name: got a list`,
  ],
  [
    'anything but a Tracing',
    'http://zipkin:9411',
    `DAPR011 [shop/appconfig] 'tracing' of Configuration must be a Tracing, e.g. Tracing.zipkin('http://zipkin:9411/api/v2/spans'): got 'http://zipkin:9411'`,
  ],
])('refuses %s', (_, tracing, message) => {
  expect(refused(tracing)).toEqual([message]);
});
