import { SecretValue } from '../metadata-value';
import { Code } from '../private/codes';
import { Problems } from '../private/problems';
import { checkPlain, Resolver, SETTINGS } from './resolver';

/**
 * How applications are found in AWS Cloud Map. One of the two names of the namespace is needed.
 *
 * Keys are written in plain text, because Dapr does not resolve references here: prefer the roles of the pod.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/nr-awscloudmap/
 */
export interface AwsCloudMapNameResolutionOptions {
  /**
   * The name of the Cloud Map namespace.
   *
   * @default - found by `namespaceId`
   */
  readonly namespaceName?: string;

  /**
   * The id of the Cloud Map namespace.
   *
   * @default - found by `namespaceName`
   */
  readonly namespaceId?: string;

  /**
   * The port of a sidecar that did not register one.
   *
   * @default 50002
   */
  readonly defaultDaprPort?: number;

  /**
   * The AWS region.
   *
   * @default - from the environment
   */
  readonly region?: string;

  /**
   * Another address of the service, for tests.
   *
   * @default - the one of AWS
   */
  readonly endpoint?: string;

  /**
   * The id of an access key, as `SecretValue.unsafePlainText`.
   *
   * @default - the credentials of the pod
   */
  readonly accessKey?: SecretValue;

  /**
   * The secret of the access key, as `SecretValue.unsafePlainText`.
   *
   * @default - the credentials of the pod
   */
  readonly secretKey?: SecretValue;

  /**
   * The token of temporary credentials, as `SecretValue.unsafePlainText`.
   *
   * @default - none
   */
  readonly sessionToken?: SecretValue;

  /**
   * The role to assume with IAM Roles Anywhere, together with the anchor and the profile. Dapr 1.18 assumes no role otherwise.
   *
   * @default - none
   */
  readonly assumeRoleArn?: string;

  /**
   * The trust anchor, with IAM Roles Anywhere.
   *
   * @default - none
   */
  readonly trustAnchorArn?: string;

  /**
   * The trust profile, with IAM Roles Anywhere.
   *
   * @default - none
   */
  readonly trustProfileArn?: string;
}

export const CLOUD_MAP: Resolver = {
  component: 'aws.cloudmap',
  fields: {
    namespaceName: { is: 'text' },
    namespaceId: { is: 'text' },
    defaultDaprPort: { is: 'integer', min: 1, max: 65535 },
    region: { is: 'text' },
    endpoint: { is: 'text' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    sessionToken: { is: 'secret' },
    assumeRoleArn: { is: 'text' },
    trustAnchorArn: { is: 'text' },
    trustProfileArn: { is: 'text' },
  },
  check: checkCloudMap,
};

function checkCloudMap(problems: Problems, owner: string, settings: AwsCloudMapNameResolutionOptions): void {
  if (!settings.namespaceName && !settings.namespaceId) {
    problems.add(Code.REQUIRED, `'${SETTINGS}namespaceName' or '${SETTINGS}namespaceId' is required by ${owner}: got neither`);
  }
  const missing = ANYWHERE.filter((name) => settings[name] === undefined);
  if (missing.length > 0 && missing.length < ANYWHERE.length) {
    const names = missing.map((name) => `'${SETTINGS}${name}'`).join(' and ');
    problems.add(Code.REQUIRED, `${names} of ${owner} must be given too: of ${ANYWHERE.join(', ')} Dapr reads all or none`);
  }
  checkPlain(problems, owner, settings, ['accessKey', 'secretKey', 'sessionToken'], 'the role of the pod');
}

const ANYWHERE = ['assumeRoleArn', 'trustAnchorArn', 'trustProfileArn'] as const;
