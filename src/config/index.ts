export { Access } from './access';
export { AccessControl, AccessOperation, AccessPolicy } from './access-control';
export { ApiAccess, ApiProtocol, ApiRule, ApiRuleOptions } from './api-rule';
export { AwsCloudMapNameResolutionOptions } from './cloud-map';
export { ComponentRestrictions, Wasm } from './components';
export { Configuration, ConfigurationProps } from './configuration';
export { ConsulNameResolutionOptions } from './consul';
export { ConsulCheck } from './consul-check';
export { ConsulClient, ConsulHttpAuth, ConsulTls } from './consul-client';
export { ConsulQuery } from './consul-query';
export {
  ControlPlaneConfiguration,
  ControlPlaneConfigurationProps,
  JwksOptions,
  Mtls,
  TokenValidator,
} from './control-plane-configuration';
export { Feature } from './feature';
export { GrpcApi } from './grpc-api';
export { Handler, HandlerOptions, HandlerSelectorField } from './handler';
export { HttpApi } from './http-api';
export { HttpVerb } from './http-verb';
export { ApiLogging, Logging } from './logging';
export { HttpMetrics, MetricLabel, MetricRule, Metrics, WorkflowMetrics } from './metrics';
export { CustomNameResolutionOptions, KubernetesNameResolutionOptions, NameFormatOptions, NameResolution } from './name-resolution';
export { OtelConnection, OtelDestination, OtelProtocol } from './otel';
export { Secrets, SecretScope } from './secrets';
export { SqliteNameResolutionOptions } from './sqlite';
export { OtelTracingOptions, Tracing, TracingDestinations, TracingOptions } from './tracing';
export { ConcurrencyLimit, WorkflowOptions, WorkflowStateRetention } from './workflow';
