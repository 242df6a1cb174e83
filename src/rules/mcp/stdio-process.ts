import { posix } from 'node:path';
import { list, mapping, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { transportsOf } from './endpoints';

export const stdioProcess: Rule = {
  id: 'DAPR199',
  severity: 'error',
  title: 'A command or variable that the sidecar refuses to start a process with',
  why: 'A relative command has to stay inside the folder that the sidecar runs in, and the name of a variable can hold neither an equals sign nor a line break. The sidecar exits, or goes without the MCPServer where ignoreErrors is set.',
  fix: 'Write the name of a program on the PATH, or an absolute path; split NAME=value into name and value.',
  source: 'pkg/internal/loader/validate/mcpserver.go validateStdioCommand, MCPServerSecurity',
  facts: ['R205'],
  since: '1.18',
  symptoms: [/stdio\.command must not escape working directory/, /stdio\.env name \\?"[^]*" contains invalid characters/],
  bad: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    stdio: { command: ../bin/tools, env: [{ name: LOG_LEVEL=debug }] }
`,
      says: [
        "the command '../bin/tools' leaves the folder that the sidecar runs in, so it exits: expected an absolute path, or a program on the PATH",
        "'LOG_LEVEL=…' is no name of a variable, so the sidecar exits; did you mean the name 'LOG_LEVEL'?",
      ],
    },
  ],
  good: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint:
    stdio: { command: ./bin/../tools, env: [{ name: LOG_LEVEL, value: debug }] }
---
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: other }
spec: { endpoint: { stdio: { command: /usr/bin/tools } } }
`,
    },
  ],
  check({ mcpServers }, report) {
    for (const resource of mcpServers) {
      for (const { settings, path } of transportsOf(resource).filter(({ name }) => name === 'stdio')) {
        const command = text(settings.command) ?? '';
        if (/^[^/].*\//.test(command) && !isUnrendered(command) && posix.normalize(command).startsWith('..')) {
          const message = `the command '${command}' leaves the folder that the sidecar runs in, so it exits: expected an absolute path, or a program on the PATH`;
          report.add(resource.manifest, [...path, 'command'], message, { only: 'self-hosted' });
        }
        for (const [i, item] of list(settings.env).entries()) {
          const name = text(mapping(item).name) ?? '';
          if (/[=\n\0]/.test(name)) {
            const [bare] = name.split(/[=\n\0]/);
            // What stands behind the equals sign may be a secret.
            const shown = name[bare.length] === '=' ? `${bare}=…` : `${bare}…`;
            const message = `'${shown}' is no name of a variable, so the sidecar exits; did you mean the name '${bare}'?`;
            report.add(resource.manifest, [...path, 'env', i, 'name'], message, { only: 'self-hosted' });
          }
        }
      }
    }
  },
};
