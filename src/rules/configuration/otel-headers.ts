import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { at, isMapping, list, Path, text } from '../read';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

const otel = (headers: string): string =>
  configuration(`
tracing:
  samplingRate: '1'
  otel: { endpointAddress: 'collector:4317', protocol: grpc, isSecure: true, headers: ${headers} }`);

export const otelHeaders: Rule = {
  id: 'DAPR158',
  severity: 'error',
  title: 'A header of the OpenTelemetry exporter that cannot be read',
  why: 'On Kubernetes the operator fills the headers in from Secrets; without a key, or without the Secret, it hands out no Configuration at all and the sidecars do not start. References to the environment are not followed. Self-hosted, headers are texts, and a mapping stops the sidecar.',
  fix: 'On Kubernetes write name and value, or secretKeyRef with name and key; self-hosted write a text: name=value.',
  source: 'pkg/operator/api/configurations.go processConfigurationSecrets; pkg/config/configuration.go OtelSpec',
  facts: ['R155'],
  since: '1.17',
  symptoms: [/error processing configuration secrets/, /secret key is required for header/, /cannot unmarshal !!map into string/],
  bad: [
    {
      yaml: otel('[{ name: authorization, secretKeyRef: { name: collector } }, { name: tenant, envRef: TENANT }]'),
      target: 'kubernetes',
      says: [
        "the header 'authorization' names no key of the Secret 'collector': the sidecars that use this Configuration do not start",
        "the header 'tenant' stays empty: envRef is not followed here; write value or secretKeyRef",
      ],
    },
    {
      yaml:
        otel('[{ name: authorization, secretKeyRef: { name: collector, key: token } }]') +
        `---
apiVersion: v1
kind: Secret
metadata: { name: collector }
stringData: { apiToken: from-elsewhere }
`,
      says: ["the header 'authorization' names the key 'token', which the Secret 'collector' does not have: the sidecars do not start"],
    },
    {
      yaml: otel('[{ name: tenant, value: shop }]'),
      target: 'self-hosted',
      says: ["the header 'tenant' must be one text: write 'tenant=…'"],
    },
  ],
  good: [
    {
      yaml: otel('[{ name: tenant, value: shop }, { name: authorization, secretKeyRef: { name: collector, key: token } }]'),
      target: 'kubernetes',
    },
    { yaml: otel('[tenant=shop]'), target: 'self-hosted' },
  ],
  check(model, report) {
    for (const configuration of model.configurations) {
      list(at(configuration.spec, 'tracing', 'otel', 'headers')).forEach((header, i) => {
        if (isMapping(header)) {
          checkHeader(model, report, configuration, header, ['spec', 'tracing', 'otel', 'headers', i]);
        }
      });
    }
  },
};

function checkHeader(model: Model, report: Report, { manifest, namespace }: Resource, header: object, path: Path): void {
  const name = text(at(header, 'name')) ?? '';
  if (model.target === 'self-hosted') {
    report.add(manifest, path, `the header '${name}' must be one text: write '${name}=…'`);
    return;
  }
  const secret = text(at(header, 'secretKeyRef', 'name')) ?? '';
  const key = text(at(header, 'secretKeyRef', 'key')) ?? '';
  if (secret !== '' && key === '') {
    const message = `the header '${name}' names no key of the Secret '${secret}': the sidecars that use this Configuration do not start`;
    report.add(manifest, [...path, 'secretKeyRef'], message, { only: 'kubernetes' });
  } else if (secret !== '' && !isUnrendered(key)) {
    const found = model.ofKind('Secret').filter((candidate) => candidate.name === secret && mayShareNamespace(candidate, { namespace }));
    if (found.length > 0 && !found.some(({ body }) => at(body, 'data', key) !== undefined || at(body, 'stringData', key) !== undefined)) {
      const message = `the header '${name}' names the key '${key}', which the Secret '${secret}' does not have: the sidecars do not start`;
      // A Secret without any data is filled by somebody else.
      if (found.every(({ body }) => isMapping(body.data) || isMapping(body.stringData))) {
        const together = found.some(({ source }) => source === manifest.source);
        report.add(manifest, [...path, 'secretKeyRef', 'key'], message, { outside: together ? undefined : 'warning' });
      }
    }
  }
  const value = at(header, 'value');
  if (secret === '' && at(header, 'envRef') !== undefined && (value === undefined || value === null)) {
    const message = `the header '${name}' stays empty: envRef is not followed here; write value or secretKeyRef`;
    report.add(manifest, [...path, 'envRef'], message, { only: 'kubernetes' });
  }
}
