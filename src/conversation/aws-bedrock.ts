// Generated from catalog/components/conversation/aws-bedrock.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { AwsAccessKeyOptions, AwsEnvironmentOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AwsBedrockAuth.awsAssumeRole` takes.
 */
export interface AwsBedrockAwsAssumeRoleOptions {
  /**
   * AWS region of the service, such as eu-west-1.
   */
  readonly region: string | MetadataValue;

  /**
   * ARN of the IAM role that the sidecar takes on before it calls AWS.
   */
  readonly assumeRoleArn: string | MetadataValue;
}

/**
 * A complete way for `conversation.aws.bedrock` to authenticate.
 */
export class AwsBedrockAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsBedrockAuth {
    return new AwsBedrockAuth({ ...AWS_ACCESS_KEY, type: 'conversation.aws.bedrock', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsBedrockAuth {
    return new AwsBedrockAuth({ ...AWS_ENVIRONMENT, type: 'conversation.aws.bedrock', values: { ...options } });
  }

  /**
   * Signs in to AWS as a role that the identity of the pod may assume.
   *
   * @param options what to authenticate with
   */
  public static awsAssumeRole(options: AwsBedrockAwsAssumeRoleOptions): AwsBedrockAuth {
    return new AwsBedrockAuth({ ...AWS_ASSUME_ROLE, type: 'conversation.aws.bedrock', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'conversation.aws.bedrock'>;

  private constructor(auth: AuthProfile<'conversation.aws.bedrock'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `conversation.aws.bedrock` v1.
 */
export interface AwsBedrockProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsBedrockAuth;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * ID of the Bedrock model, or ARN of an inference profile.
   *
   * @default - not set
   */
  readonly model?: string | MetadataValue;

  /**
   * How long an answer is kept and reused when the same prompt comes again.
   *
   * @default - not set
   */
  readonly responseCacheTTL?: Duration | MetadataValue;

  /**
   * Largest number of tokens that an answer may have. At least 1. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly maxTokens?: number | MetadataValue;
}

/**
 * Talks to language models of Amazon Bedrock.
 *
 * The type is `conversation.aws.bedrock`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/aws-bedrock/
 */
export class AwsBedrock extends Component {
  constructor(scope: Construct, id: string, props: AwsBedrockProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.aws.bedrock',
  version: 'v1',
  auth: { required: false, expected: 'AwsBedrockAuth.awsAccessKey, .awsEnvironment, .awsAssumeRole' },
  fields: {
    endpoint: { is: 'text' },
    model: { is: 'text' },
    responseCacheTTL: { is: 'duration' },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
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

const AWS_ASSUME_ROLE: AuthFacts = {
  name: 'awsAssumeRole',
  fields: {
    region: { is: 'text', required: true },
    assumeRoleArn: { is: 'text', required: true },
  },
};
