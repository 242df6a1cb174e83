import { at, list } from '../read';
import type { Rule } from '../rule';
import { app, configuration } from './examples';
import { protocolOf, usersOf } from './users';

const PIPELINE = configuration('appHttpPipeline: { handlers: [{ name: login, type: middleware.http.bearer }] }');

export const pipelineOfGrpcApp: Rule = {
  id: 'DAPR152',
  severity: 'warning',
  title: 'An HTTP pipeline in front of gRPC applications',
  why: 'appHttpPipeline runs where a sidecar calls its application over HTTP. Calls over gRPC pass by it, with whatever it should have checked.',
  fix: 'Check the calls in the application or with accessControl, or let the application speak HTTP.',
  source: 'pkg/runtime/runtime.go newDaprRuntime; pkg/channel/http/http_channel.go',
  facts: ['R149'],
  bad: [
    {
      yaml: PIPELINE + app('orders', { 'dapr.io/config': 'app', 'dapr.io/app-port': '5000', 'dapr.io/app-protocol': 'grpc' }),
      says: ["'spec.appHttpPipeline' never runs: 'orders' speaks gRPC"],
    },
  ],
  good: [{ yaml: PIPELINE + app('orders', { 'dapr.io/config': 'app', 'dapr.io/app-port': '5000' }) }],
  check(model, report) {
    for (const configuration of model.configurations) {
      const users = usersOf(model, configuration);
      if (list(at(configuration.spec, 'appHttpPipeline', 'handlers')).length > 0 && protocolOf(users) === 'grpc') {
        const message = `'spec.appHttpPipeline' never runs: '${users[0].id}' speaks gRPC`;
        report.add(configuration.manifest, ['spec', 'appHttpPipeline'], message);
      }
    }
  },
};
