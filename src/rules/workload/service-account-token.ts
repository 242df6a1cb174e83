import { Manifest, mayShareNamespace } from '../model/manifest';
import { Workload } from '../model/workload';
import { at, Path, text } from '../read';
import type { Rule } from '../rule';
import { isOn, textOf, titleOf } from './annotations';
import { deploymentWith } from './examples';
import { grouped } from '../grouped';

export const serviceAccountToken: Rule = {
  id: 'DAPR036',
  severity: 'error',
  title: 'A sidecar without the token that its secret store needs',
  why: "Every sidecar has the built-in secret store 'kubernetes', which signs in with the service account's token. Where the pod does not mount it, the store fails to start and daprd exits.",
  fix: 'Set dapr.io/disable-builtin-k8s-secret-store: "true", or let the pod mount the token.',
  source: 'pkg/runtime/runtime.go appendBuiltinSecretStore; components-contrib secretstores/kubernetes/kubernetes.go Init',
  facts: [],
  symptoms: [
    /initialization error occurred for kubernetes \(secretstores\.kubernetes\/v1\)/,
    /error loading kubeconfig|invalid configuration: no configuration has been provided/,
  ],
  bad: [
    {
      yaml: deploymentWith([], { pod: 'automountServiceAccountToken: false' }),
      says: [
        "the Deployment 'orders' mounts no service account token, without which the sidecar's built-in secret store makes daprd exit: expected 'dapr.io/disable-builtin-k8s-secret-store' to be 'true'",
      ],
    },
  ],
  good: [
    {
      yaml: deploymentWith(['dapr.io/disable-builtin-k8s-secret-store: "true"'], { pod: 'automountServiceAccountToken: false' }),
    },
    { yaml: deploymentWith([]) },
  ],
  check(model, report) {
    const accounts = grouped(model.ofKind('ServiceAccount'), ({ name }) => name);
    for (const workload of model.workloads) {
      if (workload.injected && !isOn(workload, 'dapr.io/disable-builtin-k8s-secret-store') && !mountsToken(accounts, workload)) {
        const place: Path =
          at(workload.podSpec, 'automountServiceAccountToken') === false ? ['automountServiceAccountToken'] : ['serviceAccountName'];
        report.add(
          workload.manifest,
          [...workload.podPath, 'spec', ...place],
          `${titleOf(workload)} mounts no service account token, without which the sidecar's built-in secret store makes daprd exit: expected 'dapr.io/disable-builtin-k8s-secret-store' to be 'true'`,
        );
      }
    }
  },
};

function mountsToken(accounts: ReadonlyMap<string, readonly Manifest[]>, workload: Workload): boolean {
  const { podSpec } = workload;
  // A token that is mounted into the sidecar by hand.
  if ((textOf(workload, 'dapr.io/volume-mounts') ?? '').includes('/secrets/kubernetes.io/serviceaccount')) {
    return true;
  }
  if (typeof podSpec.automountServiceAccountToken === 'boolean') {
    return podSpec.automountServiceAccountToken;
  }
  const account = (accounts.get(text(podSpec.serviceAccountName) ?? '') ?? []).filter((one) => mayShareNamespace(one, workload));
  return account.length !== 1 || account[0].body.automountServiceAccountToken !== false;
}
