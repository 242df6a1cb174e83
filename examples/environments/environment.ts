import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** What differs between environments. A further one is a further object of this kind. */
export interface Environment {
  /** A part of the chart's and the namespace's name. Not of app ids and component names: code knows those. */
  readonly name: string;

  /** The version of the images. The same ones go from one environment to the next. */
  readonly version: string;

  /** How many pods each application has. */
  readonly replicas: number;

  /** Where traces go, and how many. */
  readonly tracing: dapr.Tracing;

  /** What hangs on the service account of the applications, such as a role of the cloud. */
  readonly accountAnnotations?: { [name: string]: string };

  /** Adds what the applications use by name. */
  components(chart: Chart, names: ComponentNames): ShopComponents;
}

/** By these names code calls the components, in every environment. */
export const NAMES = { secrets: 'secrets', store: 'orderstore', bus: 'orderpubsub' } as const;
export type ComponentNames = typeof NAMES;

/** The app ids, which stay the same as well: state is kept under them, and policies name them. */
export const APPS = { checkout: 'checkout', orders: 'orders' } as const;

export interface ShopComponents {
  readonly store: dapr.IComponent;
  readonly bus: dapr.PubSub;
}
