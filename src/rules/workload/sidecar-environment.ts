import { annotationPath, Workload } from '../model/workload';
import type { Rule, Severity } from '../rule';
import { isOn, quoted, textOf } from './annotations';
import { droppedVariable, swallowedVariable, variablesIn } from './environment';
import { deploymentWith } from './examples';

const SERVICE = 'dapr.io/sidecar-svc-annotations';
const METRICS = ['prometheus.io/probe', 'prometheus.io/scrape', 'prometheus.io/port', 'prometheus.io/path'];

const ANNOTATIONS = [
  { name: 'dapr.io/env', from: 'text', expected: 'NAME=value,OTHER=value' },
  { name: 'dapr.io/env-from-secret', from: 'secret', expected: 'NAME=secret:key,OTHER=secret' },
] as const;

export const sidecarEnvironment: Rule = {
  id: 'DAPR055',
  severity: 'error',
  title: 'An item of a list that gets lost',
  why: 'The injector takes the variables, and the operator the annotations of the Service, for items of a name, an equals sign and a value, parted by commas. What looks otherwise is left out without a word.',
  fix: 'Write name=value items, parted by commas; variables from a Secret as NAME=secret:key.',
  source:
    'pkg/injector/patcher/sidecar_container.go parseEnvVars, createSecretSource; pkg/operator/handlers/dapr_handler.go createDaprServiceValues',
  facts: ['R030'],
  symptoms: [/Ignoring reserved annotation "[^"]+" as it operator-managed/],
  bad: [
    {
      yaml: deploymentWith(["dapr.io/env: 'GOGC: 50'", 'dapr.io/env-from-secret: DB_PASSWORD=shop:postgres:password']),
      says: [
        "the injector drops a variable of 'dapr.io/env': an item has no '='; expected for example 'NAME=value,OTHER=value'",
        "the injector drops a variable of 'dapr.io/env-from-secret': 'DB_PASSWORD' has 2 colons; expected for example 'NAME=secret:key,OTHER=secret'",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/env: GOGC=50;GOMEMLIMIT=100MiB']),
      says: ["'GOMEMLIMIT' becomes a part of the variable before it in 'dapr.io/env': items are parted by commas"],
    },
    {
      yaml: deploymentWith(["dapr.io/sidecar-svc-annotations: 'example.com/team=shop,orders,prometheus.io/port=9999'"]),
      says: [
        "the operator drops an item of 'dapr.io/sidecar-svc-annotations': 'orders' has no '='; expected for example 'example.com/team=shop'",
        "the operator drops 'prometheus.io/port' of 'dapr.io/sidecar-svc-annotations', which it sets itself",
      ],
    },
  ],
  good: [{ yaml: deploymentWith(['dapr.io/env: GOGC=50,GODEBUG=a=1,b', 'dapr.io/env-from-secret: DB_PASSWORD=postgres']) }],
  check({ workloads }, report) {
    for (const workload of workloads.filter(({ injected }) => injected)) {
      for (const { name, from, expected } of ANNOTATIONS) {
        for (const item of variablesIn(textOf(workload, name) ?? '')) {
          const why = droppedVariable(item, from);
          if (why !== undefined) {
            const message = `the injector drops a variable of '${name}': ${why}; expected for example '${expected}'`;
            report.add(workload.manifest, annotationPath(workload, name), message);
          } else if (swallowedVariable(item) !== undefined) {
            const message = `${quoted(swallowedVariable(item)!)} becomes a part of the variable before it in '${name}': items are parted by commas`;
            report.add(workload.manifest, annotationPath(workload, name), message, { severity: 'warning' });
          }
        }
      }
      checkService(workload, (message, severity) =>
        report.add(workload.manifest, annotationPath(workload, SERVICE), message, { severity }),
      );
    }
  },
};

function checkService(workload: Workload, add: (message: string, severity: Severity) => void): void {
  const reserved = ['dapr.io/app-id', ...(isOn(workload, 'dapr.io/enable-metrics', 'on') ? METRICS : [])];
  for (const item of (textOf(workload, SERVICE) ?? '').split(',').map((one) => one.trim())) {
    const at = item.indexOf('=');
    if (item !== '' && at <= 0) {
      const what = at === 0 ? 'an item has no name' : `${quoted(item)} has no '='`;
      add(`the operator drops an item of '${SERVICE}': ${what}; expected for example 'example.com/team=shop'`, 'error');
    } else if (reserved.includes(item.slice(0, at).trim())) {
      add(`the operator drops '${item.slice(0, at).trim()}' of '${SERVICE}', which it sets itself`, 'warning');
    }
  }
}
