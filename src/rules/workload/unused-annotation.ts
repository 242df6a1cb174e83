import type { Rule, Severity } from '../rule';
import { isOn, isUnrendered, PodAnnotation, podAnnotations, textOf } from './annotations';
import { deploymentWith } from './examples';

export const unusedAnnotation: Rule = {
  id: 'DAPR057',
  severity: 'warning',
  title: 'An annotation without the other that it needs',
  why: 'The injector looks at the settings of the application health check, and of the debugger, only where these are switched on, and checks the health of nothing where the application has no port.',
  fix: 'Set the annotation that the message names, or leave this one out.',
  source: 'pkg/injector/patcher/sidecar_container.go getSidecarContainer; pkg/runtime/runtime.go initRuntime',
  facts: [],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/app-health-check-path: /live', 'dapr.io/debug-port: "40001"']),
      says: [
        "'dapr.io/app-health-check-path' has no effect unless 'dapr.io/enable-app-health-check' is 'true'",
        "'dapr.io/debug-port' has no effect unless 'dapr.io/enable-debug' is 'true'",
      ],
    },
    {
      yaml: deploymentWith([
        'dapr.io/app-port: "8080"',
        'dapr.io/enable-app-health-check: "true"',
        'dapr.io/app-health-check-path: /live',
        'dapr.io/app-protocol: grpc',
      ]),
      says: [
        "'dapr.io/app-health-check-path' has no effect with 'dapr.io/app-protocol' grpc: gRPC applications answer Dapr's own health call",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/enable-app-health-check: "true"']),
      says: ["'dapr.io/enable-app-health-check' has no effect without 'dapr.io/app-port'"],
    },
  ],
  good: [
    {
      yaml: deploymentWith(['dapr.io/app-port: "8080"', 'dapr.io/enable-app-health-check: "true"', 'dapr.io/app-health-check-path: /live']),
    },
  ],
  check(model, report) {
    for (const annotation of podAnnotations(model)) {
      const { workload, name, path } = annotation;
      const found = withoutSwitch(annotation) ?? ofHealthCheck(annotation);
      if (found !== undefined) {
        report.add(workload.manifest, path, `'${name}' has no effect ${found.because}`, { severity: found.severity });
      }
    }
  },
};

interface Unused {
  readonly because: string;
  readonly severity: Severity;
}

function withoutSwitch({ workload, facts: { needs } }: PodAnnotation): Unused | undefined {
  if (needs === undefined || isOn(workload, needs) || isUnrendered(workload.annotations[needs])) {
    return undefined;
  }
  // Where it is switched off for now, the settings are left for later.
  const severity = Object.hasOwn(workload.annotations, needs) ? 'info' : 'warning';
  return { because: `unless '${needs}' is 'true'`, severity };
}

function ofHealthCheck({ workload, name }: PodAnnotation): Unused | undefined {
  const protocol = (textOf(workload, 'dapr.io/app-protocol') ?? '').toLowerCase();
  if (name === 'dapr.io/app-health-check-path' && /^grpcs?$/.test(protocol)) {
    return { because: `with 'dapr.io/app-protocol' ${protocol}: gRPC applications answer Dapr's own health call`, severity: 'info' };
  }
  return name === 'dapr.io/enable-app-health-check' && isOn(workload, name) && !Object.hasOwn(workload.annotations, 'dapr.io/app-port')
    ? { because: "without 'dapr.io/app-port'", severity: 'warning' }
    : undefined;
}
