import { at, list, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';
import { isGoDuration } from '../go-duration';
import { writeDuration } from './write-duration';
import { usersOf } from './users';

const mtls = (rest: string): string =>
  configuration(`mtls: { enabled: true, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local, ${rest} }`, 'daprsystem');

export const controlPlaneValues: Rule = {
  id: 'DAPR174',
  severity: 'error',
  title: 'An mtls value that stops Sentry',
  why: 'Sentry parses the life of certificates and the clock skew as Go durations, which know no days, and takes token validators of the kind jwks only, with a source of keys; it stops with anything else, and then no sidecar gets a certificate.',
  fix: 'Write durations such as 24h and 15m, and jwks for a token validator.',
  source: 'pkg/sentry/config/config.go parseConfiguration',
  facts: ['R174'],
  symptoms: [
    /error parsing (WorkloadCertTTL|AllowedClockSkew) duration/,
    /invalid token validator/,
    /failed to init cache: property 'location' must not be empty/,
  ],
  bad: [
    {
      yaml: mtls("workloadCertTTL: 7d, allowedClockSkew: '900'"),
      says: [
        "'spec.mtls.allowedClockSkew' stops Sentry: got '900', expected a Go duration, e.g. '24h' or '15m'",
        "'spec.mtls.workloadCertTTL' stops Sentry: got '7d', write '168h'",
      ],
    },
    {
      yaml: mtls('tokenValidators: [{ name: kubernetes }]'),
      target: 'self-hosted',
      says: ["'spec.mtls.tokenValidators[0].name' stops Sentry: got 'kubernetes', expected jwks"],
    },
    {
      yaml: mtls('tokenValidators: [{ name: jwks, options: {} }]'),
      says: ["'spec.mtls.tokenValidators[0]' stops Sentry: got no source in its options, expected the address or the text of the keys"],
    },
  ],
  good: [
    { yaml: mtls('workloadCertTTL: 24h, allowedClockSkew: 15m, tokenValidators: [{ name: jwks, options: { source: \'{"keys": []}\' } }]') },
  ],
  check(model, report) {
    for (const configuration of model.configurations) {
      const { manifest, spec } = configuration;
      // In the Configuration of an application nobody reads them.
      if (usersOf(model, configuration).length > 0) {
        continue;
      }
      for (const name of ['workloadCertTTL', 'allowedClockSkew']) {
        const value = text(at(spec, 'mtls', name)) ?? '';
        if (value !== '' && !isUnrendered(value) && !isGoDuration(value)) {
          report.add(manifest, ['spec', 'mtls', name], `'spec.mtls.${name}' stops Sentry: got '${value}', ${writeDuration(value)}`);
        }
      }
      list(at(spec, 'mtls', 'tokenValidators')).forEach((validator, i) => {
        const name = text(at(validator, 'name')) ?? '';
        if (name !== '' && !isUnrendered(name) && name.toUpperCase() !== 'JWKS') {
          const message = `'spec.mtls.tokenValidators[${i}].name' stops Sentry: got '${name}', expected jwks`;
          report.add(manifest, ['spec', 'mtls', 'tokenValidators', i, 'name'], message, { only: 'self-hosted' });
        } else if (name !== '' && !text(at(validator, 'options', 'source'))) {
          const message = `'spec.mtls.tokenValidators[${i}]' stops Sentry: got no source in its options, expected the address or the text of the keys`;
          report.add(manifest, ['spec', 'mtls', 'tokenValidators', i], message);
        }
      });
    }
  },
};
