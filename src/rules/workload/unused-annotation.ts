import type { Rule } from '../rule';
import { isOn, podAnnotations } from './annotations';
import { deploymentWith } from './examples';

export const unusedAnnotation: Rule = {
  id: 'DAPR057',
  severity: 'warning',
  title: 'An annotation without the switch that it needs',
  why: 'The injector looks at the settings of the application health check, and of the debugger, only where these are switched on.',
  fix: 'Set the annotation that the message names to "true", or leave this one out.',
  source: 'pkg/injector/patcher/sidecar_container.go getSidecarContainer',
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
        'dapr.io/enable-app-health-check: "true"',
        'dapr.io/app-health-check-path: /live',
        'dapr.io/app-protocol: grpc',
      ]),
      says: [
        "'dapr.io/app-health-check-path' has no effect with 'dapr.io/app-protocol' grpc: gRPC applications answer Dapr's own health call",
      ],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/enable-app-health-check: "true"', 'dapr.io/app-health-check-path: /live']) }],
  check(model, report) {
    for (const { workload, name, facts, path } of podAnnotations(model)) {
      const protocol = String(workload.annotations['dapr.io/app-protocol']).toLowerCase();
      if (facts.needs !== undefined && Object.hasOwn(workload.annotations, facts.needs) && !isKnownOff(workload.annotations[facts.needs])) {
        if (name === 'dapr.io/app-health-check-path' && /^grpcs?$/.test(protocol)) {
          const message = `'${name}' has no effect with 'dapr.io/app-protocol' ${protocol}: gRPC applications answer Dapr's own health call`;
          report.add(workload.manifest, path, message, { severity: 'info', fix: 'Leave it out.' });
        }
      } else if (facts.needs !== undefined && !isOn(workload, facts.needs)) {
        // Switched off for now, with the settings left for later.
        const severity = Object.hasOwn(workload.annotations, facts.needs) ? 'info' : 'warning';
        report.add(workload.manifest, path, `'${name}' has no effect unless '${facts.needs}' is 'true'`, { severity });
      }
    }
  },
};

function isKnownOff(value: unknown): boolean {
  return /^(n|no|false|f|off|0|)$/i.test(String(value).trim());
}
