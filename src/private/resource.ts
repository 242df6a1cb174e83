import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { checkManifestsOf } from './manifest-checks';

/** What a Dapr resource is called and where it stands. */
export interface ResourceHeader {
  readonly apiVersion: string;
  readonly kind: string;
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * The base of every Dapr resource: a plain ApiObject whose name is the construct id, and whose body is rendered when it is synthesized.
 *
 * @internal
 */
export abstract class Resource extends ApiObject {
  constructor(scope: Construct, id: string, header: ResourceHeader) {
    // eslint-disable-next-line prefer-const -- what renders exists only after super()
    let self: Resource;
    super(scope, id, {
      apiVersion: header.apiVersion,
      kind: header.kind,
      metadata: { ...header.objectMeta, name: header.objectMeta?.name ?? id },
      spec: Lazy.any({ produce: () => self._spec() }),
      auth: Lazy.any({ produce: () => self._auth() }),
      scopes: Lazy.any({ produce: () => self._scopes() }),
    });
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- what super() takes renders only after it
    self = this;
    checkManifestsOf(this);
  }

  /**
   * The resource's own part of the manifest. Rendering twice gives the same.
   *
   * @internal
   */
  public abstract _spec(): object;

  /** @internal */
  public _auth(): { secretStore: string } | undefined {
    return undefined;
  }

  /** @internal */
  public _scopes(): string[] | undefined {
    return undefined;
  }
}
