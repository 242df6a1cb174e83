export { McpAuth, McpOAuth2Options, McpSpiffeOptions } from './mcp-auth';
export { McpEndpoint, McpEndpointOptions } from './mcp-endpoint';
export { McpHook, McpMiddleware, McpMutatingHook } from './mcp-middleware';
export { McpCatalog, McpCatalogOwner, McpServer, McpServerProps } from './mcp-server';
