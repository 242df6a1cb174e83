import type { Model } from '../model/model';
import { NearMisses } from '../near-miss';
import { at, list, mapping, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';

const HOOKS = ['beforeCallTool', 'afterCallTool', 'beforeListTools', 'afterListTools'];

export const hook: Rule = {
  id: 'DAPR203',
  severity: 'warning',
  title: 'A hook that no application can run',
  why: 'A hook is a workflow of an application. The names that begin with dapr.internal. belong to Dapr, which runs them itself, and an app id that nobody has leaves the call waiting.',
  fix: 'Write the name of a workflow of the application, and its app id.',
  source: 'pkg/runtime/wfengine/wfengine.go ReservedWorkflowNamePrefix; pkg/runtime/wfengine/inprocess/mcp/v1/middleware.go',
  facts: ['R212'],
  since: '1.18',
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } }
  middleware:
    beforeCallTool: [{ workflow: { workflowName: dapr.internal.audit } }]
    afterCallTool: [{ workflow: { workflowName: Audit, appID: auditt } }]
---
apiVersion: v1
kind: Pod
metadata: { name: audit, annotations: { dapr.io/enabled: "true", dapr.io/app-id: audit } }
spec: { containers: [{ name: audit, image: "audit:1" }] }
`,
      says: [
        "no application has the app id 'auditt'; did you mean 'audit'?",
        "'dapr.internal.audit' is a name of Dapr's own: no application can run such a workflow",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec:
  endpoint: { streamableHTTP: { url: https://tools.example.com/mcp } }
  middleware:
    beforeCallTool: [{ workflow: { workflowName: Audit } }]
    afterCallTool: [{ workflow: { workflowName: Audit, appID: elsewhere } }]
`,
    },
  ],
  check(model: Model, report) {
    const near = new NearMisses(model.appsById.keys());
    for (const { manifest, spec } of model.mcpServers) {
      for (const stage of HOOKS) {
        for (const [i, item] of list(at(spec, 'middleware', stage)).entries()) {
          const { workflowName, appID } = mapping(mapping(item).workflow);
          const path = ['spec', 'middleware', stage, i, 'workflow'];
          const name = text(workflowName) ?? '';
          const id = text(appID) ?? '';
          if (name.startsWith('dapr.internal.')) {
            const message = `'${name}' is a name of Dapr's own: no application can run such a workflow`;
            report.add(manifest, [...path, 'workflowName'], message);
          }
          if (id !== '' && !isUnrendered(id) && !model.appsById.has(id)) {
            const meant = near.find(id);
            const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
            const message = `no application has the app id '${id}'${hint}`;
            report.add(manifest, [...path, 'appID'], message, { outside: meant === undefined ? 'silent' : 'warning' });
          }
        }
      }
    }
  },
};
