import { AppRequest, Answer } from '../app';
import { Change, replacing } from '../changes';
import { Experiment, nth, trial, World } from '../experiment';
import { exits, logs, starts } from '../expectations';

/** A server of the protocol that has no tools. */
function mcp({ path, body }: AppRequest): Answer | undefined {
  if (!path.startsWith('/mcp') || body === '') {
    return path.startsWith('/mcp') ? { status: 405 } : undefined;
  }
  const { id, method, params } = JSON.parse(body) as { id?: number; method: string; params?: { protocolVersion?: string } };
  if (id === undefined) {
    return { status: 202 };
  }
  const result =
    method === 'initialize'
      ? { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'tools', version: '1' } }
      : { tools: [] };
  return { body: { jsonrpc: '2.0', id, result } };
}

const there: Change = replacing('MCPServer', ({ spec }, { app }) => {
  for (const transport of [spec.endpoint.streamableHTTP, spec.endpoint.sse]) {
    if (transport?.url !== undefined) {
      transport.url = transport.url.replace(/^https?:\/\/tools(\.example\.com)?(:8080)?/, `http://127.0.0.1:${app.port}`);
    }
  }
});
const served: World = { app: mcp, controlPlane: true, change: [there] };
function only(name: string): Change {
  return (objects) => void objects.splice(0, objects.length, ...objects.filter(({ metadata }) => metadata.name === name));
}

export const MCP: readonly Experiment[] = [
  {
    rule: 'DAPR196',
    bad: ['tools', 'other'].map((name) =>
      nth(0, exits('exactly one of streamableHTTP, sse, or stdio must be set'), { change: [only(name)] }),
    ),
    good: [trial(starts, served)],
  },
  {
    rule: 'DAPR198',
    bad: [
      nth(0, exits('sse.url scheme must be http or https, got "localhost"'), { change: [only('tools')] }),
      nth(0, exits('streamableHTTP.url scheme must be http or https, got "grpc"'), { change: [only('other')] }),
      nth(0, exits('streamableHTTP.url must have a host'), { change: [only('nowhere')] }),
    ],
    good: [trial(starts, served)],
  },
  {
    rule: 'DAPR199',
    bad: [
      trial(exits('stdio.command must not escape working directory')),
      trial(exits('stdio.env name "LOG_LEVEL=debug" contains invalid characters'), {
        change: [replacing('MCPServer', ({ spec }) => (spec.endpoint.stdio.command = 'tools'))],
      }),
    ],
    good: [
      trial(exits('executable file not found'), {
        change: [replacing('MCPServer', ({ spec }) => (spec.endpoint.stdio.command = 'no-such-program')), only('tools')],
      }),
    ],
  },
  {
    rule: 'DAPR200',
    bad: [trial(exits('auth.oauth2.secretKeyRef is required for OAuth2 client credentials'), served)],
    good: [trial(exits('secret store "kubernetes" not found'), served)],
  },
  {
    rule: 'DAPR204',
    bad: [
      nth(0, logs('time: missing unit in duration "30"'), { ...served, change: [only('tools')] }),
      nth(0, exits('context deadline exceeded'), { ...served, change: [only('other'), there] }),
    ],
    good: [trial(starts, served)],
  },
];
