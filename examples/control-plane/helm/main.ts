/** Dapr for production, installed and upgraded by Helm: the values file, and the commands in their order. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new dapr.App();
const plane = dapr.ControlPlane.production(new Chart(app, 'dapr-system'), 'dapr', {
  version: '1.18.3',
  availability: { podAntiAffinityPolicy: dapr.PodAntiAffinityPolicy.REQUIRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION },
});

mkdirSync(app.outdir, { recursive: true });
writeFileSync(join(app.outdir, 'values.yaml'), plane.toValuesYaml());
writeFileSync(join(app.outdir, 'install.sh'), ['#!/bin/sh', 'set -eu', ...plane.toHelmCommands(), ''].join('\n'));
