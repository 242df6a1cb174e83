import type { Rule } from '../rule';
import { accessAction } from './access-action';
import { accessDefaultAction } from './access-default-action';
import { accessPolicyCaller } from './access-policy-caller';
import { accessVerb } from './access-verb';
import { handlerSelector } from './handler-selector';
import { handlerWithoutMiddleware } from './handler-without-middleware';
import { metricOrMetrics } from './metric-or-metrics';
import { metricsRegex } from './metrics-regex';
import { metricsSwitches } from './metrics-switches';
import { otelEndpoint } from './otel-endpoint';
import { otelHeaders } from './otel-headers';
import { otelIncomplete } from './otel-incomplete';
import { otelProtocol } from './otel-protocol';
import { pipelineOfGrpcApp } from './pipeline-of-grpc-app';
import { samplingRate } from './sampling-rate';
import { secretScopeInVain } from './secret-scope-in-vain';
import { secretScopes } from './secret-scopes';
import { unreachableOperation } from './unreachable-operation';
import { zipkinAddress } from './zipkin-address';

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
  metricsSwitches,
  secretScopes,
  secretScopeInVain,
  accessDefaultAction,
  accessPolicyCaller,
  accessAction,
  accessVerb,
  unreachableOperation,
];
