/** Components and applications apart, as Flux orders Kustomizations and not the objects in them. */
import { Chart, Duration, YamlOutputType } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { addApplications, addComponents } from '../shop';

const { FluxGitRepository, FluxKustomization } = dapr.gitops;
const app = new dapr.App({ yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, kustomization: true });

const components = new Chart(app, 'components', { namespace: 'shop' });
new kplus.Namespace(components, 'namespace', { metadata: { name: 'shop' } }); // Flux makes none by itself
const config = addComponents(components);

const applications = new Chart(app, 'applications', { namespace: 'shop' });
addApplications(applications, config, '1.4.2', 3);

// Applied by hand once: `kubectl apply -k dist/flux`. All others follow from it.
const flux = new Chart(app, 'flux');
const source = new FluxGitRepository(flux, 'shop', { url: 'https://github.com/example/shop-deploy', branch: 'main' });
const first = new FluxKustomization(flux, 'shop-components', {
  source,
  path: 'dist/components',
  dependsOn: [FluxKustomization.fromName('dapr')], // the control plane, which brings the kinds along
});
new FluxKustomization(flux, 'shop-applications', {
  source,
  path: 'dist/applications',
  dependsOn: [first],
  healthChecksOf: [applications],
  timeout: Duration.minutes(3),
});

app.synth();
