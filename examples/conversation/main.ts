import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new dapr.App();
const chart = new Chart(app, 'conversation', { namespace: 'support' });
const scopes = ['assistant'];

// The model that answers customers. The application knows the name `chat`, not whose model that is.
const chat = new dapr.conversation.OpenAi(chart, 'chat', {
  key: dapr.SecretValue.fromSecretKeyRef('openai', 'key'),
  model: 'gpt-4.1-mini',
  cacheTTL: Duration.minutes(10), // what one sidecar was asked before, it answers from memory
  scopes,
});

// What the application turns to when `chat` is down: another provider, by the role of the pod, without a key.
const chatFallback = new dapr.conversation.AwsBedrock(chart, 'chat-fallback', {
  auth: dapr.conversation.AwsBedrockAuth.awsEnvironment({ region: 'eu-central-1' }),
  model: 'anthropic.claude-3-haiku-20240307-v1:0',
  scopes,
});

// Answers with what it is asked: for tests of everything around the model.
new dapr.conversation.Echo(chart, 'chat-echo', { scopes });

// The application may talk to models, and do nothing else by its sidecar. Each protocol has a list of its own: a list
// for HTTP alone would leave gRPC open altogether.
const config = new dapr.Configuration(chart, 'assistant-config', {
  api: { allowed: [dapr.HttpApi.CONVERSATION_V1ALPHA2, dapr.GrpcApi.CONVERSATION_V1ALPHA2] },
  metrics: { recordErrorCodes: true },
});

// Answers take long, and each try costs money: a generous timeout, few retries, and a breaker that makes room for the other.
const resiliency = new dapr.Resiliency(chart, 'assistant-resiliency', { scopes });
const policies = {
  timeout: Duration.seconds(45),
  retry: resiliency.addRetry('once-more', dapr.Retry.constant({ duration: Duration.seconds(2), maxRetries: 1 })),
  circuitBreaker: resiliency.addCircuitBreaker('model-down', { trip: 'consecutiveFailures > 3', timeout: Duration.minutes(1) }),
};
for (const model of [chat, chatFallback]) {
  resiliency.targetComponent(model, { outbound: policies });
}

new dapr.Application(chart, 'assistant', {
  image: 'ghcr.io/example/assistant:1.0.0',
  port: 8080,
  replicas: 2,
  healthPath: '/healthz',
  config,
});

app.synth();
