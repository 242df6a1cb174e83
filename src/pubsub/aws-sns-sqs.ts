// Generated from catalog/components/pubsub/aws-sns-sqs.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `concurrencyMode`.
 */
export enum AwsSnsSqsConcurrencyMode {
  /** Writes `parallel`. */
  PARALLEL = 'parallel',
  /** Writes `single`. */
  SINGLE = 'single',
}

/**
 * The values of `backOffPolicy`.
 */
export enum AwsSnsSqsBackOffPolicy {
  /** Writes `constant`. */
  CONSTANT = 'constant',
  /** Writes `exponential`. */
  EXPONENTIAL = 'exponential',
}

/**
 * A complete way for `pubsub.aws.snssqs` to authenticate.
 */
export class AwsSnsSqsAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsSnsSqsAuth {
    return new AwsSnsSqsAuth({ ...AWS_ACCESS_KEY, type: 'pubsub.aws.snssqs', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsSnsSqsAuth {
    return new AwsSnsSqsAuth({ ...AWS_ENVIRONMENT, type: 'pubsub.aws.snssqs', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsSnsSqsAuth {
    return new AwsSnsSqsAuth({ ...AWS_ROLES_ANYWHERE, type: 'pubsub.aws.snssqs', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.aws.snssqs'>;

  private constructor(auth: AuthProfile<'pubsub.aws.snssqs'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.aws.snssqs` v1.
 */
export interface AwsSnsSqsProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsSnsSqsAuth;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * How long a received message stays hidden from other consumers, in seconds. At least 1.
   *
   * @default 10
   */
  readonly messageVisibilityTimeout?: number | MetadataValue;

  /**
   * Number of receives after which SQS moves a message to the dead-letter queue.
   *
   * @default 10
   */
  readonly messageReceiveLimit?: number | MetadataValue;

  /**
   * Number of failed tries after which a message is removed from the queue.
   *
   * @default 10
   */
  readonly messageRetryLimit?: number | MetadataValue;

  /**
   * Name of the SQS queue that takes messages which failed too often.
   *
   * @default - not set
   */
  readonly sqsDeadLettersQueueName?: string | MetadataValue;

  /**
   * How long a receive call waits for messages, in seconds.
   *
   * @default 1
   */
  readonly messageWaitTimeSeconds?: number | MetadataValue;

  /**
   * Number of messages taken from the queue at once, up to 10. From 1 to 10.
   *
   * @default 10
   */
  readonly messageMaxNumber?: number | MetadataValue;

  /**
   * Uses FIFO topics and queues, which keep order and drop duplicates.
   *
   * @default false
   */
  readonly fifo?: boolean | MetadataValue;

  /**
   * Message group of all published messages; messages of one group stay in order.
   *
   * @default - not set
   */
  readonly fifoMessageGroupID?: string | MetadataValue;

  /**
   * Expects topics, queues and subscriptions to exist, and does not create them.
   *
   * @default false
   */
  readonly disableEntityManagement?: boolean | MetadataValue;

  /**
   * Makes a message visible again after the last retry, in place of deleting it.
   *
   * @default false
   */
  readonly disableDeleteOnRetryLimit?: boolean | MetadataValue;

  /**
   * How long calls that set up topics, queues and subscriptions may take, in seconds; fractions allowed.
   *
   * @default 1
   */
  readonly assetsManagementTimeoutSeconds?: number | MetadataValue;

  /**
   * Whether a batch of SQS messages is handled one by one (single) or side by side (parallel).
   *
   * @default AwsSnsSqsConcurrencyMode.PARALLEL
   */
  readonly concurrencyMode?: AwsSnsSqsConcurrencyMode | MetadataValue;

  /**
   * Largest number of messages handled side by side; 0 sets no limit, single mode ignores it.
   *
   * @default 0
   */
  readonly concurrencyLimit?: number | MetadataValue;

  /**
   * Number of the AWS account that owns the topics and queues; looked up when left out.
   *
   * @default - not set
   */
  readonly accountId?: string | MetadataValue;

  /**
   * How waits between tries go: all equal (constant) or growing (exponential).
   *
   * @default - not set
   */
  readonly backOffPolicy?: AwsSnsSqsBackOffPolicy | MetadataValue;

  /**
   * Wait between tries, with the constant policy.
   *
   * @default - not set
   */
  readonly backOffDuration?: Duration | MetadataValue;

  /**
   * First wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffInitialInterval?: Duration | MetadataValue;

  /**
   * Share by which each wait is randomly made longer or shorter, from 0 to 1 (exponential policy). From 0 to 1.
   *
   * @default - not set
   */
  readonly backOffRandomizationFactor?: number | MetadataValue;

  /**
   * Factor by which each wait is longer than the last, with the exponential policy. At least 1.
   *
   * @default - not set
   */
  readonly backOffMultiplier?: number | MetadataValue;

  /**
   * Longest single wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffMaxInterval?: Duration | MetadataValue;

  /**
   * Total time after which no more tries are made; zero sets no limit (exponential policy).
   *
   * @default - not set
   */
  readonly backOffMaxElapsedTime?: Duration | MetadataValue;

  /**
   * Number of tries after the first one; -1 sets no limit.
   *
   * @default - not set
   */
  readonly backOffMaxRetries?: number | MetadataValue;
}

/**
 * Publishes to Amazon SNS topics and subscribes through SQS queues.
 *
 * The type is `pubsub.aws.snssqs`, version v1; `pubsub.snssqs` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-aws-snssqs/
 */
export class AwsSnsSqs extends PubSub {
  constructor(scope: Construct, id: string, props: AwsSnsSqsProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.aws.snssqs',
  version: 'v1',
  auth: { required: false, expected: 'AwsSnsSqsAuth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    endpoint: { is: 'text' },
    messageVisibilityTimeout: { is: 'integer', min: 1 },
    messageReceiveLimit: { is: 'integer' },
    messageRetryLimit: { is: 'integer' },
    sqsDeadLettersQueueName: { is: 'text' },
    messageWaitTimeSeconds: { is: 'integer' },
    messageMaxNumber: { is: 'integer', min: 1, max: 10 },
    fifo: { is: 'boolean' },
    fifoMessageGroupID: { is: 'text' },
    disableEntityManagement: { is: 'boolean' },
    disableDeleteOnRetryLimit: { is: 'boolean' },
    assetsManagementTimeoutSeconds: { is: 'number' },
    concurrencyMode: { is: 'enum', of: ['parallel', 'single'] },
    concurrencyLimit: { is: 'integer' },
    accountId: { is: 'text' },
    backOffPolicy: { is: 'enum', of: ['constant', 'exponential'] },
    backOffDuration: { is: 'duration' },
    backOffInitialInterval: { is: 'duration' },
    backOffRandomizationFactor: { is: 'number', min: 0, max: 1 },
    backOffMultiplier: { is: 'number', min: 1 },
    backOffMaxInterval: { is: 'duration' },
    backOffMaxElapsedTime: { is: 'duration' },
    backOffMaxRetries: { is: 'integer' },
  },
};

const AWS_ACCESS_KEY: AuthFacts = {
  name: 'awsAccessKey',
  anyOf: AWS_ACCESS_KEY_PROFILE.anyOf,
  fields: AWS_ACCESS_KEY_PROFILE.fields,
};

const AWS_ENVIRONMENT: AuthFacts = {
  name: 'awsEnvironment',
  anyOf: AWS_ENVIRONMENT_PROFILE.anyOf,
  fields: AWS_ENVIRONMENT_PROFILE.fields,
};

const AWS_ROLES_ANYWHERE: AuthFacts = {
  name: 'awsRolesAnywhere',
  anyOf: AWS_ROLES_ANYWHERE_PROFILE.anyOf,
  fields: AWS_ROLES_ANYWHERE_PROFILE.fields,
};
