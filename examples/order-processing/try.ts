import * as dapr from 'cdk8s-dapr';
import { onRedis } from './on-redis';

const program = onRedis({ namespace: 'shop', registry: 'ghcr.io/example', tag: '1.4.0' });

const app = new dapr.App();
program.define(app);
app.synth();

dapr.HelmChart.of(program, { name: 'shop', version: '1.0.0', description: 'The shop on one Redis, to try it.' }).write();
