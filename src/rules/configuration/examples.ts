/** Documents that several examples share. */

/** An application with a sidecar. */
export function app(id: string, annotations: { readonly [name: string]: string } = {}): string {
  const all = { 'dapr.io/enabled': 'true', 'dapr.io/app-id': id, ...annotations };
  const text = Object.entries(all).map(([name, value]) => `${name}: '${value}'`);
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${id} }
spec:
  selector: { matchLabels: { app: ${id} } }
  template:
    metadata:
      labels: { app: ${id} }
      annotations: { ${text.join(', ')} }
    spec: { containers: [{ name: ${id}, image: 'registry.example/${id}:1' }] }
`;
}

/** A Configuration with one section. */
export function configuration(spec: string, name = 'app'): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: ${name} }
spec:
${spec.replace(/^\n|\n$/g, '').replace(/^/gm, '  ')}
`;
}

/** A Component without settings. */
export function component(name: string, type: string, rest = ''): string {
  return `---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: ${type}, version: v1, metadata: [] }
${rest}
`;
}
