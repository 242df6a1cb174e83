import { nearest } from '../../private/nearest';
import { mayShareNamespace } from '../model/manifest';
import { annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { quoted, textOf } from './annotations';
import { deploymentWith } from './examples';
import { grouped } from '../grouped';
import { memoized } from '../once';

const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const TRACING = `---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: tracing }
spec: { tracing: { samplingRate: "1" } }
`;

export const configurationReference: Rule = {
  id: 'DAPR049',
  severity: 'error',
  title: 'A dapr.io/config that names no Configuration',
  why: "The Configuration must be in the pod's namespace: without it Sentry refuses the sidecar's certificate and daprd exits. An empty name counts as one that is not there.",
  fix: 'Name a Configuration of the same namespace, or leave dapr.io/config out.',
  source: 'pkg/sentry/server/validator/kubernetes/kubernetes.go Validate; pkg/config/configuration.go LoadKubernetesConfiguration',
  facts: ['R022'],
  demand: [30],
  symptoms: [/failed to get configuration/, /error loading configuration: /, /configuration \S+ not found/],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/config: traicng']) + TRACING,
      says: ["there is no Configuration 'traicng' here; did you mean 'tracing'?"],
    },
    {
      yaml: deploymentWith(['dapr.io/config: appconfig']) + TRACING,
      complete: true,
      says: ["there is no Configuration 'appconfig' here"],
    },
    {
      yaml:
        deploymentWith(['dapr.io/config: tracing']).replace('{ name: orders }', '{ name: orders, namespace: shop }') +
        TRACING.replace('{ name: tracing }', '{ name: tracing, namespace: dapr-system }'),
      says: ["the Configuration 'tracing' is in namespace 'dapr-system', and the sidecar looks for it in 'shop'"],
    },
    {
      yaml: deploymentWith(['dapr.io/config: ./config.yaml']),
      says: ["'dapr.io/config' must be the name of a Configuration: got './config.yaml'"],
    },
    {
      yaml: deploymentWith(['dapr.io/config: ""']),
      says: ["'dapr.io/config' must be the name of a Configuration: got ''"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/config: tracing']) + TRACING, complete: true },
    { yaml: deploymentWith(['dapr.io/config: appconfig']) },
  ],
  check({ workloads, configurations }, report) {
    const byName = grouped(configurations, ({ name }) => name);
    const nearestTo = memoized((name: string) => nearest(name, byName.keys()));
    for (const workload of workloads.filter(({ injected }) => injected)) {
      const name = textOf(workload, 'dapr.io/config');
      const path = annotationPath(workload, 'dapr.io/config');
      if (name === undefined) {
        continue;
      }
      const found = byName.get(name);
      if (!SUBDOMAIN.test(name)) {
        report.add(workload.manifest, path, `'dapr.io/config' must be the name of a Configuration: got ${quoted(name)}`);
      } else if (found === undefined) {
        const meant = nearestTo(name);
        const message = `there is no Configuration ${quoted(name)} here${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
        report.add(workload.manifest, path, message, { outside: meant === undefined ? 'silent' : 'warning' });
      } else if (!found.some((configuration) => mayShareNamespace(configuration, workload))) {
        const message = `the Configuration ${quoted(name)} is in namespace '${found[0].namespace}', and the sidecar looks for it in '${workload.namespace}'`;
        report.add(workload.manifest, path, message, { outside: 'warning' });
      }
    }
  },
};
