import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import type { ISecretStore } from './component-options';
import { DaprVersion } from './dapr-version';
import { MetadataValue, SecretValue } from './metadata-value';
import { Code } from './private/codes';
import { propsOf } from './private/copied';
import { checkFields, Fields } from './private/fields';
import { checkName, checkScopes } from './private/names';
import { isSecret } from './private/origin';
import { Problems } from './private/problems';
import { checkSecretStore } from './private/resource-checks';
import { ScopedResource } from './private/scoped-resource';
import { checkNamedValues, checkValue, namedValuesJson, valueJson } from './private/value-references';

/**
 * Whether the server may ask for another handshake on an open connection.
 */
export enum TlsRenegotiation {
  /** It may not. */
  NEVER = 'Never',

  /** Once. */
  ONCE_AS_CLIENT = 'OnceAsClient',

  /** As often as it likes. */
  FREELY_AS_CLIENT = 'FreelyAsClient',
}

/**
 * TLS towards an external server: the authority that it is checked by, or the sidecar's own certificate, or both.
 *
 * @see https://docs.dapr.io/reference/resource-specs/httpendpoints-schema/
 */
export interface ClientTls {
  /**
   * The certificate of the authority that signed the server's one, in PEM.
   *
   * @default - the authorities of the system; required where there is no client certificate
   */
  readonly rootCa?: string | MetadataValue;

  /**
   * The sidecar's certificate, in PEM. It needs the private key too.
   *
   * @default - none
   */
  readonly certificate?: string | MetadataValue;

  /**
   * The key of the certificate, in PEM.
   *
   * @default - none
   */
  readonly privateKey?: SecretValue;

  /**
   * Whether the server may ask for another handshake.
   *
   * @default TlsRenegotiation.NEVER
   */
  readonly renegotiation?: TlsRenegotiation;
}

/**
 * How an external server is called.
 */
export interface HttpEndpointProps {
  /** The URL that the path of a call is put behind, such as `https://api.example.com`. A `/` at its end is doubled. */
  readonly baseUrl: string;

  /**
   * What is sent along with each call. It replaces headers of the call itself.
   *
   * @default - none
   */
  readonly headers?: { [name: string]: string | MetadataValue | SecretValue };

  /**
   * TLS with an authority or certificate of your own.
   *
   * @default - as the system has it
   */
  readonly clientTls?: ClientTls;

  /**
   * The secret store that resolves the references to secrets.
   *
   * A Kubernetes Secret that is missing takes all HttpEndpoints of the namespace away, from every application.
   *
   * @default - Kubernetes Secrets of the namespace
   */
  readonly secretStore?: ISecretStore;

  /**
   * The app ids that may call the server by this name.
   *
   * @default - every application of the namespace
   */
  readonly scopes?: string[];

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * A server outside Dapr that applications call by name, like one another. An application of the same name is hidden by it.
 *
 * ```ts
 * new dapr.HttpEndpoint(chart, 'payments', {
 *   baseUrl: 'https://api.example.com',
 *   headers: { authorization: dapr.SecretValue.fromSecretKeyRef('payments', 'token') },
 * });
 * ```
 *
 * @see https://docs.dapr.io/reference/resource-specs/httpendpoints-schema/
 */
export class HttpEndpoint extends ScopedResource {
  private readonly secretStore?: ISecretStore;
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: HttpEndpointProps) {
    const given = propsOf(props);
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, given.objectMeta?.name ?? id, { dots: false });
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    checkNamedValues(problems, OWNER, 'headers', given.headers, { env: true, key: false });
    checkTls(problems, given.clientTls);
    checkSecretStore(problems, OWNER, given.secretStore);
    checkScopes(problems, given.scopes);
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'HTTPEndpoint', objectMeta: given.objectMeta }, given.scopes);
    this.secretStore = given.secretStore;
    this.spec = {
      baseUrl: given.baseUrl,
      ...(given.headers === undefined ? {} : { headers: namedValuesJson(given.headers) }),
      ...(given.clientTls === undefined ? {} : { clientTLS: tlsJson(given.clientTls) }),
    };
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }

  /** @internal */
  public _auth(): { secretStore: string } | undefined {
    return this.secretStore && { secretStore: this.secretStore.secretStoreName };
  }
}

const OWNER = 'HttpEndpoint';

const FIELDS: Fields = {
  baseUrl: {
    is: 'text',
    required: true,
    pattern: /^https?:\/\/[^/?#\s]+[^?#\s]*$/i,
    expected: `an http or https URL without a query, e.g. 'https://api.example.com'`,
  },
  headers: { is: 'any' },
  clientTls: {
    is: 'object',
    fields: {
      rootCa: { is: 'any' },
      certificate: { is: 'any' },
      privateKey: { is: 'secret' },
      renegotiation: { is: 'enum', of: Object.values(TlsRenegotiation) },
    },
  },
  secretStore: { is: 'any' },
  scopes: { is: 'texts' },
  objectMeta: { is: 'any' },
};

// A half of the key pair, and TLS without either part, crash the sidecar or do nothing.
function checkTls(problems: Problems, tls: ClientTls | undefined): void {
  if (typeof tls !== 'object' || tls === null) {
    return;
  }
  const { rootCa, certificate, privateKey } = tls;
  for (const [name, value] of Object.entries({ rootCa, certificate, privateKey })) {
    if (value !== undefined && (name !== 'privateKey' || isSecret(value))) {
      checkValue(problems, OWNER, `clientTls.${name}`, value, { env: false, key: false });
    }
  }
  if (certificate !== undefined && privateKey === undefined) {
    problems.add(
      Code.REQUIRED,
      `'clientTls.privateKey' is required by ${OWNER} where there is a certificate: got nothing, and Dapr ignores the certificate then`,
    );
  }
  if (certificate === undefined && privateKey !== undefined) {
    problems.add(
      Code.REQUIRED,
      `'clientTls.certificate' is required by ${OWNER} where there is a privateKey: got nothing, at which sidecars crash`,
    );
  }
  if (rootCa === undefined && certificate === undefined && privateKey === undefined) {
    problems.add(
      Code.REQUIRED,
      `'clientTls' of ${OWNER} needs rootCa, or certificate and privateKey: got neither, at which sidecars crash; leave clientTls out where the system's authorities are enough`,
    );
  }
}

function tlsJson({ rootCa, certificate, privateKey, renegotiation }: ClientTls): object {
  return {
    ...(rootCa === undefined ? {} : { rootCA: valueJson(rootCa) }),
    ...(certificate === undefined ? {} : { certificate: valueJson(certificate) }),
    ...(privateKey === undefined ? {} : { privateKey: valueJson(privateKey) }),
    ...(renegotiation === undefined ? {} : { renegotiation }),
  };
}
