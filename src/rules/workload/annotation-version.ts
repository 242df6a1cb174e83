import { annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { factsOfAnnotation, isReadBy } from './annotation-facts';
import { deploymentWith } from './examples';

export const annotationVersion: Rule = {
  id: 'DAPR035',
  severity: 'error',
  title: 'An annotation of another version of Dapr',
  why: 'An older injector does not know newer annotations and passes over them without a word. Deprecated ones still work, until a version drops them.',
  fix: 'Leave it out, or say with --dapr-version which Dapr the manifests are for.',
  source: 'pkg/injector/patcher/sidecar.go setFromAnnotations',
  facts: [],
  symptoms: [/Flag --(app-ssl|dapr-http-max-request-size|dapr-http-read-buffer-size) has been deprecated/],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/enable-native-sidecar: "true"']),
      daprVersion: '1.17',
      says: ["'dapr.io/enable-native-sidecar' is read from Dapr 1.18 on, and the manifests are for 1.17: it has no effect"],
    },
    {
      yaml: deploymentWith(['dapr.io/http-max-request-size: "16"']),
      says: ["'dapr.io/http-max-request-size' is deprecated: expected 'dapr.io/max-body-size'"],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/enable-native-sidecar: "true"', 'dapr.io/max-body-size: 16Mi']) }],
  check({ workloads, daprVersion }, report) {
    for (const workload of workloads.filter(({ injected }) => injected)) {
      for (const name of Object.keys(workload.annotations)) {
        const facts = factsOfAnnotation(name);
        if (facts === undefined) {
          continue;
        }
        if (!isReadBy(facts, daprVersion)) {
          const message = `'${name}' is read from Dapr ${facts.since} on, and the manifests are for ${daprVersion.name}: it has no effect`;
          report.add(workload.manifest, annotationPath(workload, name), message);
        } else if (facts.instead !== undefined) {
          const message = `'${name}' is deprecated: expected '${facts.instead}'`;
          report.add(workload.manifest, annotationPath(workload, name), message, {
            severity: 'warning',
            fix: `Write ${facts.instead} instead.`,
          });
        }
      }
    }
  },
};
