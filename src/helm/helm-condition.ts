import { IConstruct } from 'constructs';

/**
 * A switch for whole objects; see `HelmValue.condition`.
 */
export class HelmCondition {
  /** @internal */
  public static _of(value: boolean): HelmCondition {
    return new HelmCondition(value);
  }

  private constructor(
    /** What the switch says now; in plain manifests, its default. */
    public readonly value: boolean,
  ) {}

  /**
   * Keeps constructs, and all objects in them, only where the switch is on. Plain manifests have them where its default is true.
   *
   * Call it when they are finished: where the switch is off they are taken from the tree, and what is added to them later is lost.
   *
   * @param constructs what depends on the switch
   */
  public when(...constructs: IConstruct[]): void {
    if (!this.value) {
      constructs.forEach((construct) => construct.node.scope?.node.tryRemoveChild(construct.node.id));
    }
  }
}
