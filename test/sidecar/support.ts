import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Sidecar } from '../../src/sidecar';
import { SidecarOptions } from '../../src/generated/sidecar-options';

/** A chart of a known path: `shop`. */
export function shop(): Chart {
  return new Chart(new App(), 'shop');
}

/** A plain Deployment, as YAML or an imported class would give it. */
export function deployment(scope: Construct, spec: object = {}, name: string | undefined = 'orders'): ApiObject {
  return new ApiObject(scope, 'orders', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: name === undefined ? undefined : { name },
    spec: {
      selector: { matchLabels: { app: 'orders' } },
      template: { metadata: { labels: { app: 'orders' } }, spec: { containers: [{ name: 'app', image: 'orders:1.0.0' }] } },
      ...spec,
    },
  });
}

/** The annotations of the pods of the only workload of a chart, as they are synthesized. */
export function podAnnotations(chart: Chart): Record<string, string> {
  // Not synthesized: some options need more than the plain workload of a test has.
  const objects = chart.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
  const [workload] = objects.map((object) => object.toJson()).filter((manifest) => manifest.kind !== 'Service');
  const spec = workload.kind === 'CronJob' ? workload.spec.jobTemplate.spec : workload.spec;
  return (workload.kind === 'Pod' ? workload : spec.template).metadata.annotations;
}

/** What a plain Deployment's pods get for some options, beside the app id and `dapr.io/enabled`. */
export function annotationsFor(options: SidecarOptions): Record<string, string> {
  const chart = shop();
  Sidecar.inject(deployment(chart), options);
  const { 'dapr.io/enabled': enabled, 'dapr.io/app-id': appId, ...others } = podAnnotations(chart);
  return options.appId === undefined ? others : { 'dapr.io/app-id': appId, ...others };
}

/** The message of a call that must throw. */
export function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

/** The message about options that a plain Deployment cannot have; what no compiler lets through is cast. */
export function complaintsAbout(options: object, target: (chart: Chart) => IConstruct = deployment): string {
  return messageOf(() => Sidecar.inject(target(shop()), options as SidecarOptions));
}
