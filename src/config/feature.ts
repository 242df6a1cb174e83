import { Fields } from '../private/fields';

/**
 * A preview feature, switched on; `off()` makes the same feature switched off.
 *
 * ```ts
 * const features = [dapr.Feature.ACTOR_STATE_TTL, dapr.Feature.HOT_RELOAD.off()];
 * ```
 *
 * @see https://docs.dapr.io/operations/support/support-preview-features/
 */
export class Feature {
  /** Lets actor state expire. */
  public static readonly ACTOR_STATE_TTL = new Feature('ActorStateTTL', true);

  /** Applies changed resources while the sidecar runs. On since Dapr 1.18, whether listed or not. */
  public static readonly HOT_RELOAD = new Feature('HotReload', true);

  /** Spreads the workflows of an application over its replicas. */
  public static readonly WORKFLOWS_CLUSTERED_DEPLOYMENT = new Feature('WorkflowsClusteredDeployment', true);

  /** Keeps the result of an activity for a workflow whose application is away. On since Dapr 1.18, whether listed or not. */
  public static readonly WORKFLOWS_REMOTE_ACTIVITY_REMINDER = new Feature('WorkflowsRemoteActivityReminder', true);

  /**
   * Signs the history of workflows. The sidecar does not start without mTLS, and a signed workflow cannot go back.
   * Dapr 1.18 and later.
   */
  public static readonly WORKFLOW_HISTORY_SIGNING = new Feature('WorkflowHistorySigning', true, '1.18');

  /** Runs workflow turns with fewer reminders; without effect where concurrency limits are set. Dapr 1.19 and later. */
  public static readonly WORKFLOWS_FAST_PATH = new Feature('WorkflowsFastPath', true, '1.19');

  /**
   * Names a feature that this library does not know. Dapr ignores one that it does not know either.
   *
   * @param name the feature's name, such as `HotReload`
   */
  public static of(name: string): Feature {
    return new Feature(name, true);
  }

  private constructor(
    /** The name that Dapr knows the feature by. */
    public readonly name: string,
    /** Whether the feature is switched on. */
    public readonly enabled: boolean,
    since?: string,
  ) {
    this._since = since;
  }

  /** @internal */
  public readonly _since?: string;

  /** The same feature, switched off. */
  public off(): Feature {
    return new Feature(this.name, false, this._since);
  }

  /** @internal */
  public get _values(): object {
    return { name: this.name, enabled: this.enabled };
  }
}

export const FEATURE: Fields = {
  name: { is: 'text', required: true, pattern: /./, expected: `a feature, e.g. Feature.HOT_RELOAD` },
  enabled: { is: 'boolean', required: true },
};
