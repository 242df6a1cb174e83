import { annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { textOf } from './annotations';
import { droppedVariable, variablesIn } from './environment';
import { deploymentWith } from './examples';

const ANNOTATIONS = [
  { name: 'dapr.io/env', from: 'text', expected: 'NAME=value,OTHER=value' },
  { name: 'dapr.io/env-from-secret', from: 'secret', expected: 'NAME=secret:key,OTHER=secret' },
] as const;

export const sidecarEnvironment: Rule = {
  id: 'DAPR055',
  severity: 'error',
  title: 'A variable of the sidecar that gets lost',
  why: 'The injector takes these annotations for items of a name, an equals sign and a value, parted by commas. What looks otherwise is left out without a word.',
  fix: 'Write NAME=value items, parted by commas; from a Secret, NAME=secret:key.',
  source: 'pkg/injector/patcher/sidecar_container.go parseEnvVars, createSecretSource',
  facts: ['R030'],
  bad: [
    {
      yaml: deploymentWith(["dapr.io/env: 'GOGC: 50'", 'dapr.io/env-from-secret: DB_PASSWORD=shop:postgres:password']),
      says: [
        "the injector drops a variable of 'dapr.io/env': an item has no '='; expected for example 'NAME=value,OTHER=value'",
        "the injector drops a variable of 'dapr.io/env-from-secret': 'DB_PASSWORD' has 2 colons; expected for example 'NAME=secret:key,OTHER=secret'",
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
          }
        }
      }
    }
  },
};
