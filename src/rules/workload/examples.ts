/** A Deployment whose pods have these annotations beside `dapr.io/enabled`: what the examples of the rules differ in. */
export function deploymentWith(
  annotations: readonly string[],
  more: { readonly name?: string; readonly appId?: string; readonly pod?: string } = {},
): string {
  const { name = 'orders', appId = name, pod = '' } = more;
  const lines = [`dapr.io/enabled: "true"`, ...(appId === '' ? [] : [`dapr.io/app-id: ${appId}`]), ...annotations];
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata:
      labels: { app: ${name} }
      annotations:
${lines.map((line) => `        ${line}`).join('\n')}
    spec:
      containers: [{ name: app, image: 'shop/${name}:1.0.0' }]${pod === '' ? '' : `\n      ${pod}`}
`;
}
