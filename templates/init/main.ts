import * as dapr from 'cdk8s-dapr';
import { ProjectChart } from './chart';

const app = new dapr.App();
new ProjectChart(app, '__NAME__');
app.synth();
