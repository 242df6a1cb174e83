import type { Rule } from '../rule';
import { mcpDottedName } from './mcp-dotted-name';
import { hook } from './hook';
import { oauth2Secret } from './oauth2-secret';
import { oneTransport } from './one-transport';
import { mcpServerSince } from './mcp-server-since';
import { stdioInKubernetes } from './stdio-in-kubernetes';
import { stdioProcess } from './stdio-process';
import { mcpTimeout } from './mcp-timeout';
import { unusedAuth } from './unused-auth';
import { mcpUrl } from './mcp-url';

/** MCPServers: how they are reached, and with which identity. */
export const MCP_RULES: readonly Rule[] = [
  mcpServerSince,
  oneTransport,
  stdioInKubernetes,
  mcpUrl,
  stdioProcess,
  oauth2Secret,
  unusedAuth,
  mcpDottedName,
  hook,
  mcpTimeout,
];
