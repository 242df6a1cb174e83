import { didYouMean } from '../../private/nearest';
import { annotationPath, containersOf } from '../model/workload';
import type { Rule } from '../rule';
import { factsOfAnnotation, PREFIX } from './annotation-facts';
import { isOwned, quoted, textOf, titleOf } from './annotations';
import { deploymentWith } from './examples';
import { isTruthy } from '../model/component';
import { isFalsyText } from './go-values';

export const enabled: Rule = {
  id: 'DAPR031',
  severity: 'error',
  title: "A dapr.io/enabled that is not 'true'",
  why: "The injector takes the text 'true' alone, in any case. With another word the pod stays without a sidecar and nothing is logged, though the operator makes the Service for some of them.",
  fix: `Write dapr.io/enabled: "true".`,
  source: 'pkg/injector/service/handler.go podHasDaprEnabled; pkg/operator/meta/meta.go IsAnnotatedForDapr',
  facts: ['R004'],
  demand: [5],
  bad: [
    {
      yaml: deploymentWith([]).replace('"true"', '"yes"'),
      says: ["'dapr.io/enabled' must be 'true': with 'yes' the operator makes a Service, and the injector no sidecar"],
    },
    {
      yaml: deploymentWith([]).replace('"true"', 'ture'),
      says: ["'dapr.io/enabled' must be 'true': with 'ture' there is no sidecar; did you mean 'true'?"],
    },
    {
      yaml: deploymentWith(['dapr.io/app-port: "8080"']).replace('dapr.io/enabled: "true"', 'shop/team: orders'),
      says: ["the pods of the Deployment 'orders' have annotations of Dapr but not 'dapr.io/enabled': they get no sidecar"],
    },
  ],
  good: [
    { yaml: deploymentWith(['dapr.io/app-port: "8080"']).replace('"true"', '"True"') },
    { yaml: deploymentWith(['dapr.io/app-port: "8080"']).replace('"true"', '"false"') },
  ],
  check({ workloads }, report) {
    for (const workload of workloads) {
      if (workload.injected || isOwned(workload)) {
        continue;
      }
      const value = textOf(workload, 'dapr.io/enabled');
      const path = annotationPath(workload, 'dapr.io/enabled');
      if (value !== undefined && value !== '' && !isFalsyText(value)) {
        const effect = isTruthy(value) ? 'the operator makes a Service, and the injector no sidecar' : 'there is no sidecar';
        report.add(
          workload.manifest,
          path,
          `'dapr.io/enabled' must be 'true': with ${quoted(value)} ${effect}${didYouMean(value, ['true'])}`,
        );
      } else if (!Object.hasOwn(workload.annotations, 'dapr.io/enabled')) {
        const other = Object.keys(workload.annotations).find((name) => name.startsWith(PREFIX) && factsOfAnnotation(name) !== undefined);
        const byHand = containersOf(workload).some(({ container }) => container.name === 'daprd');
        const outside = Object.hasOwn(workload.manifest.annotations, 'dapr.io/enabled') && workload.podPath.length > 0;
        if (other !== undefined && !byHand && !outside) {
          const message = `the pods of ${titleOf(workload)} have annotations of Dapr but not 'dapr.io/enabled': they get no sidecar`;
          report.add(workload.manifest, annotationPath(workload, other), message, { severity: 'warning' });
        }
      }
    }
  },
};
