/** What the user decides about running manifests on one machine. */
export interface SelfHostedSettings {
  /** What starts an application, by app id, as a list of words. */
  readonly commands?: { readonly [appId: string]: readonly string[] };

  /** The folder of an application, by app id: absolute, or relative to the folder that is written. Its command runs there. */
  readonly appDirs?: { readonly [appId: string]: string };

  /** The port of an application, by app id, where it cannot have that of its container. */
  readonly ports?: { readonly [appId: string]: number };

  /** What stands for a host of the cluster: `redis:6379` or `redis`, and a host with or without a port. */
  readonly hosts?: { readonly [host: string]: string };

  /** Objects that take the place of those of the same kind and name; others are added. */
  readonly overrides?: readonly object[];

  /** Objects that are not wanted, as `Kind/name`. */
  readonly leaveOut?: readonly string[];

  /** Where values of Secrets are kept: `file` is secrets.json, which a secret store reads; `env` are variables of the sidecars. */
  readonly secretsIn?: 'file' | 'env';

  /** Values that the Secrets among the manifests do not have, by Secret and key. */
  readonly secretValues?: { readonly [secret: string]: { readonly [key: string]: string } };

  /** Variables of every application and sidecar. */
  readonly env?: { readonly [name: string]: string };

  /** Whether sidecars know each other by certificates, so that access control works: it needs a sentry. */
  readonly mtls?: boolean;
}
