/** Two environments, a folder each, and an ApplicationSet that makes an Application of each. */
import { Chart, YamlOutputType } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { addApplications, addComponents } from '../shop';

const environments = [
  { name: 'staging', version: '1.5.0', replicas: 1, automated: true },
  { name: 'production', version: '1.4.2', replicas: 3, automated: false }, // someone presses the button
];

const app = new dapr.App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, kustomization: true });

for (const { name, version, replicas } of environments) {
  const chart = new Chart(app, `shop-${name}`, { namespace: `shop-${name}` });
  addApplications(chart, addComponents(chart), version, replicas);
  // Argo CD would apply Deployments before Components, and a sidecar without its Configuration exits.
  dapr.gitops.SyncWaves.addTo(chart);
}

// The one object that is applied by hand: `kubectl apply -k dist/argocd`. All others follow from it.
new dapr.gitops.ArgoCdApplicationSet(new Chart(app, 'argocd'), 'shop', {
  repoUrl: 'https://github.com/example/shop-deploy.git',
  targetRevision: 'main',
  environments: environments.map(({ name, automated }) => ({
    name,
    path: `dist/shop-${name}`,
    namespace: `shop-${name}`,
    automated,
  })),
  // An autoscaler sets the replicas: Argo CD should neither compare nor write them.
  ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }],
  syncPolicy: { syncOptions: ['RespectIgnoreDifferences=true'] },
});

app.synth();
