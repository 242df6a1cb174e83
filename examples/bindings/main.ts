import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';
import { inputs } from './inputs';
import { outputs } from './outputs';

const app = new dapr.App();
const chart = new Chart(app, 'bindings', { namespace: 'shop' });

inputs(chart);
outputs(chart);

// The sidecar signs in to AWS as the pod does: by a role that hangs on its service account.
const account = (name: string): kplus.ServiceAccount =>
  new kplus.ServiceAccount(chart, `${name}-account`, {
    metadata: { name, annotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::111122223333:role/shop-${name}` } },
  });

// Input bindings come in at the application's port; without one, nothing is ever delivered.
new dapr.Application(chart, 'intake', {
  image: 'ghcr.io/example/intake:1.0.0',
  port: 6000,
  replicas: 3,
  serviceAccount: account('intake'),
});

// One replica on purpose: every sidecar has a clock of its own, so that three replicas would write three reports.
new dapr.Application(chart, 'reports', {
  image: 'ghcr.io/example/reports:1.0.0',
  port: 6001,
  replicas: 1,
  serviceAccount: account('reports'),
});

app.synth();
