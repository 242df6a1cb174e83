import { nearest } from '../../private/nearest';
import { at, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const nameResolution: Rule = {
  id: 'DAPR182',
  severity: 'error',
  title: 'A name resolution that Dapr does not have',
  why: 'A sidecar logs that it finds no such resolver and goes on without one: it looks healthy, and every call of another application fails.',
  fix: 'Write the short name of the resolver, such as kubernetes, consul or sqlite, and version v1.',
  source: 'pkg/runtime/runtime.go initNameResolution; pkg/components/nameresolution/registry.go Create',
  facts: ['R185'],
  symptoms: [/couldn't find name resolver/, /name resolver not initialized/],
  bad: [
    {
      yaml: configuration('nameResolution: { component: nameresolution.consul, version: v1, configuration: {} }'),
      says: ["'spec.nameResolution.component' is the short name alone: got 'nameresolution.consul', write 'consul'"],
    },
    {
      yaml: configuration('nameResolution: { component: kubernets, version: v1, configuration: {} }'),
      says: ["there is no name resolution 'kubernets'; did you mean 'kubernetes'?"],
    },
    {
      yaml: configuration('nameResolution: { component: sqlite, version: v2, configuration: { connectionString: nr.db } }'),
      says: ["the name resolution 'sqlite' has version v1: got 'v2'"],
    },
  ],
  good: [{ yaml: configuration('nameResolution: { component: Consul, version: v1, configuration: {} }') }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const component = text(at(spec, 'nameResolution', 'component')) ?? '';
      const version = text(at(spec, 'nameResolution', 'version')) ?? '';
      const path = ['spec', 'nameResolution', 'component'];
      if (component === '' || isUnrendered(component)) {
        continue;
      }
      const short = component.toLowerCase().replace(/^nameresolution\./, '');
      if (short !== component.toLowerCase()) {
        const message = `'spec.nameResolution.component' is the short name alone: got '${component}', write '${short}'`;
        report.add(manifest, path, message);
      } else if (!RESOLVERS.includes(short)) {
        const meant = nearest(component, RESOLVERS);
        const hint = meant === undefined ? `: expected one of ${RESOLVERS.join(', ')}` : `; did you mean '${meant}'?`;
        // A sidecar of one's own build may have resolvers of its own.
        report.add(manifest, path, `there is no name resolution '${component}'${hint}`, {
          severity: meant === undefined ? 'warning' : 'error',
        });
      } else if (!/^(v0|v1)?$/i.test(version) && !isUnrendered(version)) {
        const message = `the name resolution '${component}' has version v1: got '${version}'`;
        report.add(manifest, ['spec', 'nameResolution', 'version'], message);
      }
    }
  },
};

const RESOLVERS = ['kubernetes', 'mdns', 'consul', 'hashicorp.consul', 'sqlite', 'aws.cloudmap', 'nameformat'];
