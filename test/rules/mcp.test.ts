import { Duration } from 'cdk8s';
import * as dapr from '../../src';
import { ENDPOINT_RULES } from '../../src/rules/endpoint';
import { MCP_RULES } from '../../src/rules/mcp';
import { exampleOf } from '../support/manifests';
import { shop } from '../support/resources';
import { findings, rule } from '../support/rules';

function server(endpoint: string, spec = ''): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { ${spec} endpoint: ${endpoint} }
`;
}

describe('transports', () => {
  test.each(['{ sse: null }', '{ sse: { url: "http://a" }, stdio: { command: a } }', '{}'])('%s is not exactly one', (endpoint) => {
    expect(findings(server(endpoint), [rule('DAPR196')])).toHaveLength(1);
  });

  test('in another case are known to self-hosted sidecars only', () => {
    const example = server('{ SSE: { url: "http://a" } }');
    expect(findings({ yaml: example, target: 'self-hosted' }, [rule('DAPR196')])).toEqual([]);
    expect(findings({ yaml: example, target: 'kubernetes' }, [rule('DAPR196')])).toHaveLength(1);
  });

  test('ignoreErrors does not make a server work', () => {
    expect(findings(server('{}', 'ignoreErrors: true,'), [rule('DAPR196')])).toHaveLength(1);
  });
});

describe('commands', () => {
  // Go's filepath.Rel gives a path that begins with two dots for each.
  test.each(['../tools', './../tools', 'bin/../../tools', './..tools'])('%s leaves the folder', (command) => {
    const yaml = server(`{ stdio: { command: "${command}" } }`);
    expect(findings({ yaml, target: 'self-hosted' }, [rule('DAPR199')])).toHaveLength(1);
    expect(findings({ yaml, target: 'kubernetes' }, [rule('DAPR199')])).toEqual([]);
  });

  test.each(['tools', '/opt/../tools', './bin/tools', '..', 'bin/..', '..tools'])('%s does not', (command) => {
    const yaml = server(`{ stdio: { command: "${command}" } }`);
    expect(findings({ yaml, target: 'self-hosted' }, [rule('DAPR199')])).toEqual([]);
  });
});

test.each(['30', '', '1d', 'soon'])('the timeout %j is no duration of an MCPServer', (timeout) => {
  expect(findings(server(`{ sse: { url: "http://a", timeout: "${timeout}" } }`), [rule('DAPR204')])).toHaveLength(1);
});

test('a hook of an application that nobody knows may be elsewhere', () => {
  const yaml = server(
    '{ sse: { url: "http://a" } }',
    'middleware: { afterListTools: [{ workflow: { workflowName: a, appID: elsewhere } }] },',
  );
  expect(findings({ yaml }, [rule('DAPR203')])).toEqual([]);
  expect(findings({ yaml, complete: true }, [rule('DAPR203')])).toEqual([
    "warning DAPR203 MCPServer/tools spec.middleware.afterListTools[0].workflow.appID: no application has the app id 'elsewhere'",
  ]);
});

test('what the construct renders is beyond reproach', () => {
  const chart = shop();
  new dapr.McpServer(chart, 'payments', {
    endpoint: dapr.McpEndpoint.streamableHttp('https://mcp.example.com/mcp', {
      timeout: Duration.seconds(30),
      headers: { 'x-tenant': 'shop', 'x-key': dapr.SecretValue.fromSecretKeyRef('mcp', 'key') },
      auth: dapr.McpAuth.oauth2({
        issuer: 'https://login.example.com/token',
        clientId: 'agent',
        clientSecret: dapr.SecretValue.fromSecretKeyRef('mcp', 'client'),
      }),
    }),
  });
  new dapr.McpServer(chart, 'stock', {
    endpoint: dapr.McpEndpoint.sse('http://stock:8080/sse', { auth: dapr.McpAuth.spiffe({ header: 'Authorization', audience: 'stock' }) }),
  });
  expect(findings(exampleOf(chart), [...MCP_RULES, ...ENDPOINT_RULES])).toEqual([]);
});
