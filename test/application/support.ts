import { App, Chart, Testing } from 'cdk8s';
import { Application } from '../../src/application';
import { ApplicationProps } from '../../src/application-props';

/** An application `checkout` in a chart of its own, and what it synthesizes to. */
export function checkout(props: object = {}): {
  application: Application;
  manifests: any[];
  pod: any;
  app: any;
  annotations: Record<string, string>;
} {
  const chart = new Chart(new App(), 'shop');
  const application = new Application(chart, 'checkout', { image: 'checkout:1.0.0', ...props } as ApplicationProps);
  const manifests = Testing.synth(chart);
  const { spec: pod, metadata } = manifests.find((one) => one.kind === 'Deployment').spec.template;
  return { application, manifests, pod, app: pod.containers[0], annotations: metadata.annotations };
}

/** What an application is told about props that it cannot have. */
export function complaintsAbout(props: object, id = 'checkout'): string {
  try {
    new Application(new Chart(new App(), 'shop'), id, { image: 'checkout:1.0.0', ...props } as ApplicationProps);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}
