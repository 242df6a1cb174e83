import { ALL_RULES } from '../../../src/rules';
import { check } from '../../../src/rules/engine';
import { modelOf } from '../../../src/rules/model/model';
import { DaprVersion } from '../../../src';
import { RUNNABLE, sidecarsLoad } from '../support/example-sidecars';
import { Local } from '../support/local';
import { daprd } from './daprd';

let local: Local;
beforeEach(() => (local = new Local(daprd())));
afterEach(() => local.stop());

/** What the rules call errors for 1.17. */
function errors(manifests: readonly any[]): string[] {
  const model = modelOf(
    manifests.map((body) => ({ body, source: 'example.yaml' })),
    { daprVersion: DaprVersion.V1_17 },
  );
  return check(model, { rules: ALL_RULES })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message}`);
}

const NATIVE_SIDECAR =
  "DAPR035 'dapr.io/enable-native-sidecar' is read from Dapr 1.18 on, and the manifests are for 1.17: it has no effect";

const ERRORS = new Map(RUNNABLE.map(([file, manifests]) => [file, errors(manifests)]));

test('the rules name what 1.17 lacks of the examples', () => {
  expect(Object.fromEntries([...ERRORS].filter(([, found]) => found.length > 0))).toEqual({
    'configuration/configuration.k8s.yaml': ['DAPR016 configuration.kubernetes v1 came with Dapr 1.18: the manifests are checked for 1.17'],
    'jobs/jobs.k8s.yaml': [NATIVE_SIDECAR, NATIVE_SIDECAR],
    'order-processing/order-processing.k8s.yaml': [
      "DAPR016 'notifyChannel' of configuration.postgresql v1 came with Dapr 1.18: the manifests are checked for 1.17",
    ],
    'workflow/workflow.k8s.yaml': [
      "DAPR021 Dapr has 'activityConcurrencyLimits' since 1.18: these manifests are for 1.17",
      "DAPR021 Dapr has 'workflowConcurrencyLimits' since 1.18: these manifests are for 1.17",
      'DAPR021 Dapr has the kind WorkflowAccessPolicy since 1.18: these manifests are for 1.17',
      'DAPR205 Dapr 1.17 has no WorkflowAccessPolicy: it came with 1.18',
    ],
  });
});

const FOR_OLDER = RUNNABLE.filter(([file]) => ERRORS.get(file)!.length === 0);

test.each(FOR_OLDER)('the sidecars of %s, of Dapr 1.17, load what was written of it', (_file, manifests) => sidecarsLoad(local, manifests));
