import { Chart } from 'cdk8s';

/** Where the values of Kubernetes Secrets are kept on a machine without Kubernetes. */
export enum SelfHostedSecrets {
  /** In `secrets.json`, which a secret store reads that stands in for the one built into Kubernetes. */
  FILE = 'file',

  /** In variables of the sidecars' environment, such as `REDIS_PASSWORD`; `secrets.env` lists them. */
  ENV = 'env',
}

/**
 * How manifests run without Kubernetes.
 */
export interface SelfHostedOptions {
  /**
   * What starts each application, by app id: `{ orders: ['node', 'server.js'] }`. It runs in the folder of `appFolders`.
   *
   * @default - the command of its container where its folder is given; else only its sidecar is started
   */
  readonly commands?: { [appId: string]: string[] };

  /**
   * The folder of each application, by app id: absolute, or relative to the folder that is written.
   *
   * @default - an empty folder is made for each
   */
  readonly appFolders?: { [appId: string]: string };

  /**
   * The port of an application, by app id, where it cannot have that of its container: one machine has each port once. The application gets it
   * as the variable `APP_PORT`.
   *
   * @default - the port of its container
   */
  readonly ports?: { [appId: string]: number };

  /**
   * What stands for the hosts of the cluster: `{ 'redis:6379': 'localhost:6379' }`, or `{ redis: 'localhost' }` for every port.
   *
   * @default - addresses stay as they are, and `notes` lists those that look like hosts of a cluster
   */
  readonly hosts?: { [host: string]: string };

  /**
   * A chart whose objects take the place of those of the same kind and name; what has no counterpart is added. So an application that uses Kafka in
   * the cluster can use Redis on this machine.
   *
   * @default - what runs in the cluster runs here
   */
  readonly overrides?: Chart;

  /**
   * Objects that are not wanted, each as kind and name: `Component/archive`.
   *
   * @default - all are
   */
  readonly leaveOut?: string[];

  /**
   * Where the values of Kubernetes Secrets are kept.
   *
   * @default SelfHostedSecrets.FILE
   */
  readonly secrets?: SelfHostedSecrets;

  /**
   * Variables of every application and sidecar.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Whether sidecars prove to each other who they are, which access control needs. A sentry must run on this machine; without, access control is
   * left out.
   *
   * @default false
   */
  readonly mtls?: boolean;
}
