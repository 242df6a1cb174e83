import { ANNOTATIONS } from '../../generated/annotation-facts';
import { nearest } from '../../private/nearest';
import { annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { factsOfAnnotation, PREFIX } from './annotation-facts';
import { textOf } from './annotations';
import { deploymentWith } from './examples';
import { isFalsyText } from './go-values';

const NAMES = Object.keys(ANNOTATIONS).map((name) => name.slice(PREFIX.length));

/** What Dapr sets or reads elsewhere, and may be met on a pod. */
const OTHERS = ['control-plane', 'sidecar-injected', 'metrics-enabled', 'watchdog-patched'];

/** Words of other tools and of older documents, for which no spelling is near. */
const MEANT: { readonly [name: string]: string } = {
  protocol: 'app-protocol',
  port: 'app-port',
  id: 'app-id',
  name: 'app-id',
  inject: 'enabled',
  image: 'sidecar-image',
  configuration: 'config',
  'config-name': 'config',
  'app-config': 'config',
  metrics: 'enable-metrics',
  profiling: 'enable-profiling',
  'max-concurrency': 'app-max-concurrency',
  'api-token': 'api-token-secret',
  'cpu-limit': 'sidecar-cpu-limit',
  'cpu-request': 'sidecar-cpu-request',
  'memory-limit': 'sidecar-memory-limit',
  'memory-request': 'sidecar-memory-request',
  'health-check-path': 'app-health-check-path',
};

/** What Dapr once read; leaving it out changes nothing. */
const FORMER = ['http-stream-request-body'];

export const unknownAnnotation: Rule = {
  id: 'DAPR034',
  severity: 'error',
  title: 'An annotation that Dapr does not have',
  why: 'The injector reads the annotations that it knows and looks at no others: a misspelt one has no effect, and no part of Dapr says so.',
  fix: 'Write the annotation that is meant, or leave it out.',
  source: 'pkg/injector/patcher/sidecar.go setFromAnnotations',
  facts: ['R005'],
  demand: [5],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/protocol: grpc', 'dapr.io/app_port: "8080"', 'dapr.io/http-port: "3600"']),
      says: [
        "Dapr has no annotation 'dapr.io/app_port'; did you mean 'dapr.io/app-port'?",
        "Dapr has no annotation 'dapr.io/http-port': the sidecar's HTTP port is always 3500",
        "Dapr has no annotation 'dapr.io/protocol'; did you mean 'dapr.io/app-protocol'?",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/http-stream-request-body: "true"']),
      says: ["Dapr no longer has the annotation 'dapr.io/http-stream-request-body'"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/app-protocol: grpc', 'shop/team: orders']) },
    { yaml: deploymentWith(['dapr.io/protocol: grpc']).replace('"true"', '"false"') },
  ],
  check({ workloads }, report) {
    for (const workload of workloads.filter((one) => !isFalsyText(textOf(one, 'dapr.io/enabled') ?? ''))) {
      for (const annotation of Object.keys(workload.annotations)) {
        const name = annotation.slice(PREFIX.length);
        if (!annotation.startsWith(PREFIX) || factsOfAnnotation(annotation) !== undefined || OTHERS.includes(name)) {
          continue;
        }
        if (FORMER.includes(name)) {
          const message = `Dapr no longer has the annotation '${annotation}'`;
          report.add(workload.manifest, annotationPath(workload, annotation), message, { severity: 'warning', fix: 'Leave it out.' });
        } else {
          report.add(workload.manifest, annotationPath(workload, annotation), `Dapr has no annotation '${annotation}'${hint(name)}`);
        }
      }
    }
  },
};

function hint(name: string): string {
  if (/^(dapr-)?http-port$/.test(name)) {
    return `: the sidecar's HTTP port is always 3500`;
  }
  const meant = Object.hasOwn(MEANT, name) ? MEANT[name] : nearest(name, NAMES);
  return meant === undefined ? '' : `; did you mean '${PREFIX}${meant}'?`;
}
