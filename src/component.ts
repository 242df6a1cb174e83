import { Construct } from 'constructs';
import { ComponentOptions } from './component-options';
import { DaprVersion } from './dapr-version';
import { Code } from './private/codes';
import { MetadataItem, metadataItem } from './private/component-metadata';
import { checkComponent } from './private/component-checks';
import { classOf, schemaOf } from './private/component-schema';
import { goDuration } from './private/go-duration';
import { Problems } from './private/problems';
import { Resource } from './private/resource';

/**
 * A component that applications use by name.
 */
export interface IComponent {
  /** The `metadata.name`, by which applications call the component. */
  readonly name: string;

  /** The type, e.g. `state.redis`. */
  readonly componentType: string;
}

/**
 * What `Component` is made of.
 */
export interface ComponentProps extends ComponentOptions {
  /**
   * The type as the sidecar loads it, e.g. `state.my-pluggable`.
   */
  readonly type: string;

  /**
   * The version of the type.
   *
   * @default 'v1'
   */
  readonly version?: string;

  /**
   * The settings, by the key that the component reads. A value is a text, number, boolean, Duration, Size, list of texts
   * or MetadataValue.
   *
   * @default - none
   */
  readonly metadata?: { [key: string]: any };
}

/**
 * A Dapr component of any type: the base of the typed classes, and the way out for pluggable types and those newer than this
 * library. Prefer the typed class where there is one: here only what the sidecar would refuse to load is checked.
 *
 * ```ts
 * new dapr.Component(chart, 'mine', { type: 'state.my-pluggable', metadata: { endpoint: 'mine:9000' } });
 * ```
 *
 * @see https://docs.dapr.io/concepts/components-concept/
 */
export class Component extends Resource implements IComponent {
  /** The type, e.g. `state.redis`. */
  public readonly componentType: string;

  /** The version of the type, e.g. `v1`. */
  public readonly componentVersion: string;

  private readonly items: readonly MetadataItem[];
  private readonly extras = new Map<string, MetadataItem>();
  private readonly appIds: Set<string>;
  private readonly options: ComponentOptions;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    const problems = Problems.forNew(scope, id);
    const items = checkComponent(problems, DaprVersion.of(scope), id, props, schemaOf(props), classOf(props));
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'Component', objectMeta: props.objectMeta });
    this.items = items;
    this.componentType = props.type;
    this.componentVersion = props.version ?? 'v1';
    this.appIds = new Set(props.scopes);
    this.options = { secretStore: props.secretStore, initTimeout: props.initTimeout, ignoreErrors: props.ignoreErrors };
  }

  /** The app ids that may use the component, sorted; empty where every application of the namespace may. */
  public get scopes(): string[] {
    return [...this.appIds].sort();
  }

  /**
   * Lets further applications use the component. The first call on a component without scopes takes it from everyone else.
   *
   * @param appIds the app ids
   */
  public addScopes(...appIds: string[]): void {
    appIds.forEach((appId) => this.appIds.add(appId));
  }

  /**
   * Adds a setting that the props do not offer.
   *
   * @param key the key that the component reads
   * @param value a text, number, boolean, Duration, Size, list of texts or MetadataValue
   */
  public addMetadata(key: string, value: any): void {
    const problems = new Problems(this.node.scope!, this.node.id);
    const taken = [...this.items.map((item) => item.name), ...this.extras.keys()].find((name) => name.toLowerCase() === key.toLowerCase());
    if (taken !== undefined) {
      problems.add(
        Code.DUPLICATE,
        `metadata '${key}' is set already${taken === key ? '' : ` as '${taken}', and Dapr does not tell them apart`}: set it once`,
      );
    }
    const item = metadataItem(problems, key, value);
    problems.throwIfAny();
    this.extras.set(key, item!);
  }

  /** @internal */
  public _spec(): object {
    const extras = [...this.extras.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      type: this.componentType,
      version: this.componentVersion,
      initTimeout: this.options.initTimeout && goDuration(this.options.initTimeout),
      ignoreErrors: this.options.ignoreErrors,
      metadata: [...this.items, ...extras],
    };
  }

  /** @internal */
  public _auth(): { secretStore: string } | undefined {
    return this.options.secretStore && { secretStore: this.options.secretStore.secretStoreName };
  }

  /** @internal */
  public _scopes(): string[] | undefined {
    return this.appIds.size > 0 ? this.scopes : undefined;
  }

  /** @internal */
  protected _setMetadata(key: string, value: string): void {
    if (!this.items.some((item) => item.name === key)) {
      this.extras.set(key, { name: key, value });
    }
  }
}
