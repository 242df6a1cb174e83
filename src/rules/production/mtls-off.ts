import { releasesOf, valueAt } from '../control-plane/release';
import { at } from '../read';
import type { Rule } from '../rule';
import { configuration, helmRelease } from './examples';

export const mtlsOff: Rule = {
  id: 'DAPR230',
  severity: 'warning',
  title: 'Mutual TLS that is turned off',
  why: 'Calls between sidecars then go in plain text and nobody proves who they are: access control, which goes by the identity in the certificate, cannot work.',
  fix: 'Remove the setting: mTLS is on by default.',
  source: 'pkg/config/configuration.go MTLSSpec; charts/dapr/charts/dapr_config/templates/dapr_default_config.yaml',
  facts: [],
  demand: [20],
  bad: [
    { yaml: configuration('mtls: { enabled: false }', 'daprsystem'), says: ['sidecars talk to each other in plain text: mtls is off'] },
    {
      yaml: helmRelease('global: { mtls: { enabled: false } }'),
      says: ['sidecars talk to each other in plain text: mtls is off'],
    },
  ],
  good: [
    { yaml: configuration('mtls: { enabled: true, workloadCertTTL: 24h, allowedClockSkew: 15m }', 'daprsystem') },
    { yaml: helmRelease('global: { mtls: { enabled: true } }') },
  ],
  check(model, report) {
    const message = 'sidecars talk to each other in plain text: mtls is off';
    // Dapr reads it from no other Configuration.
    for (const { name, spec, manifest } of model.configurations) {
      if (name === 'daprsystem' && at(spec, 'mtls', 'enabled') === false) {
        report.add(manifest, ['spec', 'mtls', 'enabled'], message);
      }
    }
    for (const release of releasesOf(model)) {
      const { value, path } = valueAt(release, 'global', 'mtls', 'enabled');
      if (String(value) === 'false') {
        report.add(release.manifest, path, message);
      }
    }
  },
};
