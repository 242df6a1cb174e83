import type { Rule } from '../rule';
import { accessAction } from './access-action';
import { accessCaller } from './access-caller';
import { accessDefaultAction } from './access-default-action';
import { accessPolicyCaller } from './access-policy-caller';
import { accessVerb } from './access-verb';
import { apiRule } from './api-rule';
import { configurationDuration } from './configuration-duration';
import { controlPlaneMtls } from './control-plane-mtls';
import { controlPlaneSection } from './control-plane-section';
import { controlPlaneValues } from './control-plane-values';
import { deniedComponent } from './denied-component';
import { expandedDollar } from './expanded-dollar';
import { featureName } from './feature-name';
import { handlerSelector } from './handler-selector';
import { handlerWithoutMiddleware } from './handler-without-middleware';
import { historySigning } from './history-signing';
import { metricOrMetrics } from './metric-or-metrics';
import { metricsRegex } from './metrics-regex';
import { mtlsOfApp } from './mtls-of-app';
import { nameResolution } from './name-resolution';
import { nameResolutionSettings } from './name-resolution-settings';
import { otelEndpoint } from './otel-endpoint';
import { otelHeaders } from './otel-headers';
import { otelIncomplete } from './otel-incomplete';
import { otelProtocol } from './otel-protocol';
import { pipelineOfGrpcApp } from './pipeline-of-grpc-app';
import { policyOnCaller } from './policy-on-caller';
import { samplingRate } from './sampling-rate';
import { secretScopeInVain } from './secret-scope-in-vain';
import { secretScopes } from './secret-scopes';
import { splitSwitches } from './split-switches';
import { trustDomain } from './trust-domain';
import { unreachableOperation } from './unreachable-operation';
import { workflowLimit } from './workflow-limit';
import { zipkinAddress } from './zipkin-address';

/** What a Configuration says: pipelines, tracing, metrics, secrets, access, APIs, workflows, name resolution, and the control plane's. */
export const CONFIGURATION_RULES: readonly Rule[] = [
  handlerWithoutMiddleware,
  handlerSelector,
  pipelineOfGrpcApp,
  samplingRate,
  otelProtocol,
  otelIncomplete,
  otelEndpoint,
  zipkinAddress,
  otelHeaders,
  metricOrMetrics,
  metricsRegex,
  splitSwitches,
  secretScopes,
  secretScopeInVain,
  accessDefaultAction,
  accessPolicyCaller,
  accessAction,
  accessVerb,
  unreachableOperation,
  accessCaller,
  trustDomain,
  policyOnCaller,
  mtlsOfApp,
  controlPlaneMtls,
  controlPlaneValues,
  controlPlaneSection,
  apiRule,
  deniedComponent,
  featureName,
  historySigning,
  workflowLimit,
  configurationDuration,
  nameResolution,
  nameResolutionSettings,
  expandedDollar,
];
