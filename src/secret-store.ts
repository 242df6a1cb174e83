import { Construct } from 'constructs';
import { Component, ComponentProps } from './component';
import { ISecretStore } from './component-options';

/**
 * A secret store. Use the class of its type, e.g. `dapr.secretstores.HashicorpVault`; extend this one for a pluggable type.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/secrets/
 */
export class SecretStore extends Component implements ISecretStore {
  /**
   * Refers to a secret store that exists already: one of another chart, or `kubernetes`, which every sidecar has.
   *
   * @param name the store's `metadata.name`
   */
  public static fromName(name: string): ISecretStore {
    return { secretStoreName: name };
  }

  /** The component's name, by which applications and other components take secrets. */
  public readonly secretStoreName: string;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    super(scope, id, props);
    this.secretStoreName = this.name;
  }
}
