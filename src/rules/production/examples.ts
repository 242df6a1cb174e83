/** The manifests of an application, for examples. */

interface Parts {
  /** Further annotations of the pods, as a flow mapping goes on. */
  readonly annotations?: string;
  readonly image?: string;
  readonly replicas?: number;
}

export function deployment({ annotations = '', image = 'ghcr.io/example/orders:1.0.0', replicas = 2 }: Parts = {}): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: orders } }
  template:
    metadata:
      labels: { app: orders }
      annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders, dapr.io/app-port: "8080"${annotations === '' ? '' : `, ${annotations}`} }
    spec:
      containers: [{ name: app, image: "${image}" }]
`;
}

export function component(spec: string, rest = 'scopes: [orders]'): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store, namespace: shop }
spec: { ${spec} }
${rest}
`;
}

export function configuration(spec: string, name = 'appconfig'): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: ${name}, namespace: ${name === 'daprsystem' ? 'dapr-system' : 'shop'} }
spec: { ${spec} }
`;
}

export function resiliency(spec: string): string {
  return `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: resiliency, namespace: shop }
spec:
${spec}
`;
}

/** A Flux HelmRelease of the control plane. */
export function helmRelease(values: string, chart = 'version: 1.18.3', rest = ''): string {
  return `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: dapr, namespace: dapr-system }
spec:
  interval: 30m
  chart: { spec: { chart: dapr, ${chart}, sourceRef: { kind: HelmRepository, name: dapr } } }${rest}
  values: { ${values} }
`;
}

/** An Argo CD Application of the control plane. */
export function argoApplication(helm: string, targetRevision = '1.18.3'): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: dapr, namespace: argocd }
spec:
  project: default
  destination: { server: https://kubernetes.default.svc, namespace: dapr-system }
  source:
    repoURL: https://dapr.github.io/helm-charts
    chart: dapr
    targetRevision: "${targetRevision}"
    helm: { ${helm} }
`;
}
