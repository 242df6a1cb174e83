import { isTruthy, valueOf } from '../model/component';
import { at } from '../read';
import type { Rule } from '../rule';

export const wasmSandbox: Rule = {
  id: 'DAPR078',
  severity: 'warning',
  title: 'A WebAssembly middleware outside of the strict sandbox',
  why: 'The strictSandbox of a Configuration is forced on bindings.wasm only; middleware.http.wasm is known by another name there, and runs without it.',
  fix: "Add 'strictSandbox' with the value 'true' to the metadata of the middleware.",
  source: 'pkg/components/wasm.go IsWasmComponentType; cmd/daprd/components/middleware_http_webassembly.go',
  facts: ['R073'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: sidecars }
spec: { wasm: { strictSandbox: true } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: filter }
spec: { type: middleware.http.wasm, version: v1, metadata: [{ name: url, value: 'file://filter.wasm' }] }
`,
      says: ["the strictSandbox of the Configuration 'sidecars' does not reach middleware.http.wasm: set it on filter itself"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: sidecars }
spec: { wasm: { strictSandbox: true } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: filter }
spec:
  type: middleware.http.wasm
  version: v1
  metadata: [{ name: url, value: 'file://filter.wasm' }, { name: strictSandbox, value: 'true' }]
`,
    },
  ],
  check({ components, configurations }, report) {
    const strict = configurations.find(({ spec }) => at(spec, 'wasm', 'strictSandbox') === true);
    for (const component of strict === undefined ? [] : components) {
      if (component.type.toLowerCase() === 'middleware.http.wasm' && !isTruthy(valueOf(component, 'strictSandbox'))) {
        const message = `the strictSandbox of the Configuration '${strict!.name}' does not reach middleware.http.wasm: set it on ${component.name} itself`;
        report.add(component.manifest, ['spec', 'metadata'], message);
      }
    }
  },
};
