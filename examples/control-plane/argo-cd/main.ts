/** Dapr for production with certificates of cert-manager, installed and upgraded by Argo CD. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new dapr.App();

// First: sentry makes certificates of its own where it finds none. Install the second when this Certificate is ready.
const certificates = new Chart(app, 'dapr-certificates', { namespace: 'dapr-system' });
const bundle = new dapr.CertManagerTrustBundle(certificates, 'trust-bundle', {
  issuerName: 'mesh',
  issuerKind: 'ClusterIssuer',
  rootCertificate: readFileSync(join(__dirname, 'root.pem'), 'utf8'),
});

const system = new Chart(app, 'dapr-system');
const plane = dapr.ControlPlane.production(system, 'dapr', {
  version: '1.18.3',
  namespace: 'dapr-system',
  sentry: { issuer: bundle.issuer },
});
plane.addArgoCdApplication({ project: 'platform', automated: true, annotations: { 'argocd.argoproj.io/sync-wave': '-10' } });

app.synth();
