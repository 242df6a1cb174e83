export { CircuitBreakerOptions } from './circuit-breaker';
export { BuiltInRetry, DefaultPolicy } from './default-policy';
export { CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from './policies';
export { Resiliency, ResiliencyProps } from './resiliency';
export { ConstantRetryOptions, ExponentialRetryOptions, Retry, RetryOptions } from './retry';
export { GrpcStatusCode, StatusCodes } from './status-codes';
export { ActorCircuitBreakerScope, ActorPolicies, AppPolicies, CallPolicies, ComponentPolicies, TargetPolicies } from './target-policies';
